import { randomUUID } from 'node:crypto';
import { LifeboatError } from '../../../shared/errors/index.ts';
import { apart, type Connect, type SqlServerConnection } from './connection.ts';
import { endpointOf, MASTER, onlyRefused, type SqlserverPlace } from './place.ts';
import { HOLD } from './statements.ts';

/** Milliseconds that the server gets to end what a session had asked of it. */
const PATIENCE = 30_000;

/** A session in `master` that makes, moves and takes away databases. */
export interface MasterSession extends SqlServerConnection {
  /**
   * Lets `work` take away what a failed try left; after an abort, which has ended this session, in another one. The server may go on
   * with this one's last statement, which renames a database perhaps, so `work` begins when that is over; `database-failed` if it
   * stays. `work` may be done twice.
   */
  tidy(work: (session: SqlServerConnection) => Promise<unknown>): Promise<void>;
}

/** Opens one, which an abort ends. `database-...` errors. */
export async function openMaster(connect: Connect, place: SqlserverPlace, signal: AbortSignal): Promise<MasterSession> {
  const session = await connect({ ...place, database: MASTER }, signal);
  const word = `lifeboat-${randomUUID()}`;
  const tidyIn = async (one: SqlServerConnection, work: (session: SqlServerConnection) => Promise<unknown>): Promise<void> => {
    // The server lets go of it when the session that held it is gone: no account needs a right to see others for that.
    const answer = (await one.query(HOLD(word, PATIENCE)).catch(onlyRefused))?.[0]?.[0] ?? 0;
    if (Number(answer) < 0) throw new LifeboatError('database-failed', { place: endpointOf(place).place, reason: String(answer) });
    await work(one);
  };
  try {
    await session.query(HOLD(word, 0)).catch(onlyRefused);
  } catch (error) {
    await session.end();
    throw error;
  }
  return {
    query: async (sql, limit) => await session.query(sql, limit),
    end: async () => await session.end(),
    tidy: async (work) => {
      try {
        signal.throwIfAborted();
        await tidyIn(session, work);
      } catch (error) {
        if (!signal.aborted) throw error;
        await session.end();
        await apart(connect, place, async (other) => await tidyIn(other, work));
      }
    },
  };
}
