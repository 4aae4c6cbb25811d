import type mssql from 'mssql';
import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import type { Row } from './cell.ts';
import { endpointOf, MASTER, type SqlserverPlace, sqlserverError } from './place.ts';
import { HAS_DATABASE } from './statements.ts';

/** One session with a server. */
export interface SqlServerConnection {
  /** Runs a batch; the rows of its last result, as cells. After `limit` milliseconds it is cancelled; without one it may take hours. */
  query(sql: string, limit?: number): Promise<Row[]>;
  /** May be repeated. */
  end(): Promise<void>;
}

/** Opens sessions; tests hand in their own server's edge. An abort ends a session. */
export type Connect = (place: SqlserverPlace, signal: AbortSignal) => Promise<SqlServerConnection>;

const CONNECT_TIMEOUT = 10_000;
/** Milliseconds that taking away what a failed try left may last. */
const PATIENCE = 60_000;

/** The real thing, always encrypted. `database-...` errors. */
export const connectSqlServer: Connect = async (place, signal) => {
  // The driver is half of what an engine process would load, and hardly anybody has such a server.
  const { default: driver } = await import('mssql');
  signal.throwIfAborted();
  const pool = new driver.ConnectionPool(configurationOf(place));
  // What happens between two batches shows at the next one.
  pool.on('error', () => undefined);
  try {
    await pool.connect();
  } catch (error) {
    throw sqlserverError(error, place);
  }
  const stop = (): void => void pool.close().catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  return {
    query: async (sql, limit = 0) => await run(pool, sql, limit, { place, signal }),
    end: async () => {
      signal.removeEventListener('abort', stop);
      await pool.close().catch(() => undefined);
    },
  };
};

/**
 * A session in the source's database. The server says the same of a wrong password and of a database that is not there, so
 * that in doubt the database everybody may enter is asked.
 */
export async function connectToDatabase(connect: Connect, place: SqlserverPlace, signal: AbortSignal): Promise<SqlServerConnection> {
  try {
    return await connect(place, signal);
  } catch (error) {
    if (!isLifeboatError(error, 'database-refused')) throw error;
    const master = await connect({ ...place, database: MASTER }, signal);
    try {
      const { place: where, user } = endpointOf(place);
      const isThere = (await master.query(HAS_DATABASE(place.database)))[0]?.[0] !== null;
      throw isThere
        ? new LifeboatError('database-rights-missing', { place: where, user })
        : new LifeboatError('database-missing', { place: where, name: place.database });
    } finally {
      await master.end();
    }
  }
}

/** Work in a session of its own in `master`, for what has to be done after an abort as well: that ends all other sessions. */
export async function apart<T>(connect: Connect, place: SqlserverPlace, work: (session: SqlServerConnection) => Promise<T>): Promise<T> {
  const session = await connect({ ...place, database: MASTER }, AbortSignal.timeout(PATIENCE));
  try {
    return await work(session);
  } finally {
    await session.end();
  }
}

function configurationOf({ host, instance, port, user, password, database, trustServerCertificate }: SqlserverPlace): mssql.config {
  return {
    server: host,
    ...(instance === undefined && { port: port ?? 1433 }),
    user,
    password,
    database,
    connectionTimeout: CONNECT_TIMEOUT,
    requestTimeout: 0,
    // One that is idle, while a backup is copied, stays: what holds on to it would be let go.
    pool: { min: 1, max: 1 },
    // Asked before each statement, a server that has fallen silent would hold the pool for half a minute, abort or not.
    validateConnection: false,
    options: { encrypt: true, trustServerCertificate, appName: 'Lifeboat', ...(instance !== undefined && { instanceName: instance }) },
  };
}

async function run(
  pool: mssql.ConnectionPool,
  sql: string,
  limit: number,
  { place, signal }: { place: SqlserverPlace; signal: AbortSignal },
): Promise<Row[]> {
  signal.throwIfAborted();
  // Both are documented properties that the types do not know.
  const request = Object.assign(pool.request(), { arrayRowMode: true, overrides: limit > 0 ? { requestTimeout: limit } : {} });
  const cancel = (): void => request.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const { recordsets } = await request.batch(sql);
    return (recordsets as unknown as Row[][]).at(-1) ?? [];
  } catch (error) {
    signal.throwIfAborted();
    throw sqlserverError(error, place);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
