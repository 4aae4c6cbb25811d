import { backticked } from '../server/quoting.ts';
import type { Connection } from './connection.ts';

/** The state that stands for "rests since Lifeboat put it there": the server never runs it, and hardly anybody sets it by hand. */
const RESTING = 'SLAVESIDE_DISABLED';

/** Events of a copy would go on working, perhaps on the pharmacy's own tables: they rest. */
export async function restEvents(admin: Connection, database: string): Promise<void> {
  for (const event of await eventsOf(admin, database, 'ENABLED')) await admin.rows(`ALTER EVENT ${event} DISABLE ON SLAVE`);
}

/** Events that rested work again. */
export async function wakeEvents(admin: Connection, database: string): Promise<void> {
  for (const event of await eventsOf(admin, database, RESTING)) await admin.rows(`ALTER EVENT ${event} ENABLE`);
}

async function eventsOf(admin: Connection, database: string, status: string): Promise<string[]> {
  const rows = await admin.rows('SELECT EVENT_NAME FROM information_schema.EVENTS WHERE EVENT_SCHEMA = ? AND STATUS = ?', [
    database,
    status,
  ]);
  return rows.map(([name]) => `${backticked(database)}.${backticked(name ?? '')}`);
}
