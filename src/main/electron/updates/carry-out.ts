import type { UpdateWish } from '../../../shared/contract/index.ts';
import type { UpdateDesk } from '../../api/index.ts';
import type { FaceClient } from '../../web/index.ts';
import type { Installation } from '../installation/installation.ts';

export interface CarryOutNeeds {
  installation: Pick<Installation, 'client' | 'role' | 'onChange'>;
  updates: UpdateDesk;
}

/**
 * Carries out what people wish of updates where the owner is another process, which has no window to ask for an administrator;
 * and tells it how each step stands. An owner that updates itself has no wishes.
 */
export function carryOutUpdates({ installation, updates }: CarryOutNeeds): void {
  const tell = (client: FaceClient | undefined): void => {
    void client?.updates.report(updates.state()).catch(() => undefined);
  };
  updates.onChange(() => {
    if (installation.role === 'face') tell(installation.client);
  });
  installation.onChange(() => {
    const { client, role } = installation;
    if (client === undefined || role !== 'face') return;
    // When the line breaks, whoever is there next is asked.
    void follow(client, updates, tell).catch(() => undefined);
  });
}

async function follow(client: FaceClient, updates: UpdateDesk, tell: (client: FaceClient) => void): Promise<void> {
  const wishes = await client.updates.wishes();
  // The owner counts this window as there from the first look on.
  const first = wishes.next();
  tell(client);
  for (let next = await first; next.done !== true; next = await wishes.next()) void perform(next.value.wish, updates);
}

async function perform(wish: UpdateWish, updates: UpdateDesk): Promise<void> {
  if (wish === 'install') updates.install();
  else await updates[wish]();
}
