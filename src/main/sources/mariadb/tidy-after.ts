import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, connect } from './connection.ts';

/** Milliseconds that the server gets to end a session, and between two looks whether it has. */
const PATIENCE = 10_000;
const LOOK_EVERY = 100;

/**
 * Lets `work` take away what a failed try left, in a session of its own: an abort has ended the one before. The server may go on with
 * that one's last statement, which moves tables perhaps, so nothing is looked at before it is gone; if it stays, nothing is done. What
 * fails here is left for `removeUnfinished`.
 */
export async function tidyAfter(failed: Connection, work: (session: Connection) => Promise<void>): Promise<void> {
  await failed.end();
  // Whoever aborted wants this as well.
  const session = await connect({ ...failed.place, database: undefined }, new AbortController().signal).catch(() => undefined);
  if (session === undefined) return;
  try {
    if (await isGone(session, failed.id)) await work(session);
  } catch {
    // The failure that led here is the one to tell.
  } finally {
    await session.end();
  }
}

async function isGone(session: Connection, id: string): Promise<boolean> {
  await session.rows(`KILL ${Number(id)}`).catch(() => undefined);
  for (let waited = 0; waited <= PATIENCE; waited += LOOK_EVERY) {
    const found = await session.rows('SELECT ID FROM information_schema.PROCESSLIST WHERE ID = ?', [id]);
    if (found.length === 0) return true;
    await pause(LOOK_EVERY);
  }
  return false;
}
