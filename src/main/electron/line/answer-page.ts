import { isOurs } from '../address.ts';
import type { Asker } from './page-port.ts';
import { type OwnerDoors, pipeToOwner } from './pipe-to-owner.ts';

/** Gives the page that asks a line to the owner process. Only the window's own page gets one, whatever else may run in it. */
export function answerPage({ frame, ports }: Asker, doors: OwnerDoors): void {
  const [port, ...more] = ports;
  if (port === undefined) return;
  if (frame === undefined || !frame.isMain || !isOurs(frame.url) || more.length > 0) {
    for (const one of ports) one.close();
    return;
  }
  void pipeToOwner(port, doors);
}
