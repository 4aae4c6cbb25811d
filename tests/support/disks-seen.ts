import { setTimeout as pause } from 'node:timers/promises';
import type { FaceClient } from '../../src/main/web/index.ts';

/** Resolves when the owner has on record that of a set these disks are plugged in and no others; at once where there is no such set yet. `look` lets it look. */
export async function disksSeen(client: FaceClient, set: string, labels: readonly string[], look: () => void): Promise<void> {
  for (;;) {
    // A look that comes while another is under way is left out.
    look();
    const found = (await client.destinations.list()).find(({ destination }) => destination.id === set)?.destination;
    const disks = found?.kind === 'usb-set' ? found.disks : [];
    const log = await client.destinations.custody({ destination: set });
    const isHere = (disk: string): boolean => log.find((entry) => entry.disk === disk)?.event === 'attached';
    if (disks.every(({ id, label }) => isHere(id) === labels.includes(label))) return;
    await pause(20);
  }
}
