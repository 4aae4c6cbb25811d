import type { Status } from '../../../shared/contract/index.ts';
import { type Language, type ProtectionVoice, pickLanguage } from '../../../shared/text/index.ts';
import type { FaceClient } from '../../web/index.ts';

/** A disk that is plugged in and belongs to the installation. */
export interface SeenDisk {
  destination: string;
  disk: string;
  label: string;
}

/** What the desktop shows of the installation, as it was when it last answered. */
export interface Seen {
  status: Status;
  voice: ProtectionVoice;
  /** Plugged in now. */
  disks: readonly SeenDisk[];
}

/** Asks for everything the desktop shows. */
export async function lookAt(client: FaceClient, systemLanguages: readonly string[], systemZone: string): Promise<Seen> {
  const [status, { pharmacy }, sources, destinations] = await Promise.all([
    client.status.get(),
    client.settings.get(),
    client.sources.list(),
    client.destinations.list(),
  ]);
  const labels = new Map<string, string>();
  const disks: SeenDisk[] = [];
  for (const { destination, repositories } of destinations) {
    labels.set(destination.id, destination.name);
    for (const { disk, state } of repositories) {
      const label = destination.kind === 'usb-set' ? destination.disks.find(({ id }) => id === disk)?.label : undefined;
      if (disk === undefined || label === undefined) continue;
      labels.set(`${destination.id}/${disk}`, label);
      if (state === 'here') disks.push({ destination: destination.id, disk, label });
    }
  }
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const voice: ProtectionVoice = {
    language: pharmacy?.language ?? languageOf(systemLanguages),
    timeZone: pharmacy?.timeZone ?? systemZone,
    sourceName: (source) => names.get(source),
    placeName: (destination, disk) => labels.get(disk === undefined ? destination : `${destination}/${disk}`) ?? labels.get(destination),
  };
  return { status, voice, disks };
}

function languageOf(wishes: readonly string[]): Language {
  return pickLanguage(wishes);
}
