import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../shared/model/clock.ts';
import type { Destination, RepositoryRef } from '../../shared/model/destination.ts';
import { type AzureCredentials, credentialEnd } from '../engine/index.ts';
import { DISK_FOLDER, type DiskMarker, folderOn, readMarker } from './disk-marker.ts';
import type { Drive, ListDrives } from './drives/index.ts';
import { findDisk } from './find-disk.ts';
import { azureCredentials, azureLocation } from './azure-location.ts';
import { PendingAnswers } from './pending-answers.ts';
import type { Places, PlaceState } from './places.ts';
import { watchDisks } from './watch-disks.ts';

/** Milliseconds after which a folder that does not answer counts as away: a dead share keeps callers for minutes. */
const PATIENCE = 5000;
/** Milliseconds between two looks for disks. */
const LOOK_EVERY = 15_000;

export interface PlacesNeeds {
  destinations: () => readonly Destination[];
  /** Old repositories that are only read any more, as destinations of their own. */
  retired: () => readonly Destination[];
  /** Whether nobody may use a repository: there is to be a new one in its place. */
  isWaiting: (ref: RepositoryRef) => boolean;
  /** What opens a destination on the network: a token, as the vault keeps it. */
  credentialOf: (destination: string) => Promise<AzureCredentials | undefined>;
  listDrives: ListDrives;
  clock: Clock;
  /** Runs work again and again; the result ends that. */
  every: (milliseconds: number, work: () => void) => () => void;
  /** Gives up after some milliseconds. */
  within: <T>(milliseconds: number, work: Promise<T>) => Promise<T | undefined>;
}

/** The places of this machine. */
export function createPlaces(needs: PlacesNeeds): Places {
  const patience = patienceOf(needs);
  const find = async ({ destination: id, disk }: RepositoryRef): Promise<PlaceState> => {
    const destination = [...needs.destinations(), ...needs.retired()].find((one) => one.id === id);
    if (destination === undefined) return { state: 'away' };
    if (destination.kind === 'azure') return await lookAtAzure(destination, needs);
    if (destination.kind === 'usb-set') return await lookForDisk(destination, disk, patience);
    return await lookAtFolder(destination.path, patience);
  };
  const look = async (ref: RepositoryRef): Promise<PlaceState> => (needs.isWaiting(ref) ? { state: 'waiting' } : await find(ref));
  // A disk that comes is told of, whatever is on it.
  return { look, watch: (onChange) => watchDisks({ ...needs, look: find }, LOOK_EVERY, onChange) };
}

/** Questions to file systems, each of which gets an answer in time: undefined if it is late or failed. */
interface Patience {
  isFolder: (path: string) => Promise<boolean | undefined>;
  markerOf: (drive: string) => Promise<DiskMarker | undefined>;
  drives: () => Promise<readonly Drive[] | undefined>;
}

function patienceOf({ within, listDrives }: PlacesNeeds): Patience {
  const pending = new PendingAnswers();
  const ask = async <T>(question: string, answer: () => Promise<T>): Promise<T | undefined> =>
    await within(
      PATIENCE,
      pending.ask(question, answer).catch(() => undefined),
    );
  return {
    isFolder: async (path) => await ask(`folder ${path}`, async () => (await stat(path)).isDirectory()),
    markerOf: async (drive) => await ask(`marker ${drive}`, async () => await readMarker(drive)),
    drives: async () => await ask('drives', listDrives),
  };
}

async function lookAtFolder(path: string, { isFolder }: Patience): Promise<PlaceState> {
  return (await isFolder(path)) === true ? { state: 'here', place: { location: path } } : { state: 'unreachable' };
}

async function lookForDisk(
  destination: Destination & { kind: 'usb-set' },
  id: string | undefined,
  { drives, markerOf }: Patience,
): Promise<PlaceState> {
  const disk = destination.disks.find((one) => one.id === id);
  const drive = disk && (await findDisk(disk, (await drives()) ?? [], markerOf));
  return disk && drive ? { state: 'here', place: { location: join(drive.path, DISK_FOLDER, folderOn(disk)) } } : { state: 'away' };
}

async function lookAtAzure(destination: Destination & { kind: 'azure' }, { credentialOf, clock }: PlacesNeeds): Promise<PlaceState> {
  const credential = await credentialOf(destination.id);
  if (credential === undefined) return { state: 'credential-missing' };
  const azure = azureCredentials(destination, credential);
  const end = credentialEnd(azure);
  if (end !== undefined && end <= clock.now()) return { state: 'credential-expired', since: end.toISOString() };
  return { state: 'here', place: { location: azureLocation(destination), azure } };
}
