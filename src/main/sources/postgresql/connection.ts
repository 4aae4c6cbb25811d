import { isIP, Socket } from 'node:net';
import { Client, type QueryConfig } from 'pg';
import { LifeboatError } from '../../../shared/errors/index.ts';
import { type PostgresqlPlace, postgresqlError } from './place.ts';

const CONNECT_TIMEOUT = 10_000;
/** Every value as the server writes it: what becomes of a number or a date is decided where it is used. */
const AS_TEXT = { getTypeParser: () => (text: string) => text };

/** One session with a server. */
export interface Connection {
  readonly place: PostgresqlPlace;
  /** The rows' cells as text. One statement only, so that nothing can follow it. */
  rows(sql: string): Promise<(string | null)[][]>;
  /** Statements of ours, several at once. */
  run(sql: string): Promise<void>;
  /** May be repeated. */
  end(): Promise<void>;
}

/** Opens a session, which an abort ends. `database-...` errors. */
export async function connect(place: PostgresqlPlace, signal: AbortSignal): Promise<Connection> {
  signal.throwIfAborted();
  const { client, line } = await open(place);
  // What happens between two statements shows at the next one.
  client.on('error', () => undefined);
  // No farewell: a server that has fallen silent never answers to one.
  const stop = (): void => void line.destroy();
  signal.addEventListener('abort', stop, { once: true });
  const asked = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      throw postgresqlError(error, place);
    }
  };
  return {
    place,
    rows: async (text) => {
      const query = { text, rowMode: 'array', queryMode: 'extended', types: AS_TEXT } satisfies QueryConfig & Record<string, unknown>;
      return await asked(async () => (await client.query<(string | null)[]>(query)).rows);
    },
    run: async (sql) => await asked(async () => void (await client.query(sql))),
    end: async () => {
      await client.end().catch(() => undefined);
      signal.removeEventListener('abort', stop);
    },
  };
}

/** Encrypted where the server can, as PostgreSQL's own tools do; within this computer there is nothing to hide it from. */
async function open(place: PostgresqlPlace): Promise<Session> {
  if (isLocal(place.host)) return await attempt(place, false);
  try {
    return await attempt(place, true);
  } catch (error) {
    if (error instanceof LifeboatError && error.cause instanceof Error && /does not support SSL/i.test(error.cause.message)) {
      return await attempt(place, false);
    }
    throw error;
  }
}

interface Session {
  client: Client;
  line: Socket;
}

async function attempt(place: PostgresqlPlace, isEncrypted: boolean): Promise<Session> {
  const line = new Socket();
  const client = new Client({
    ...place,
    stream: () => line,
    ssl: isEncrypted ? { rejectUnauthorized: false } : false,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    keepAlive: true,
    application_name: 'Lifeboat',
  });
  try {
    await client.connect();
    return { client, line };
  } catch (error) {
    await client.end().catch(() => undefined);
    const known = postgresqlError(error, place);
    throw new LifeboatError(known.code, known.data, { cause: error, retryable: known.retryable });
  }
}

function isLocal(host: string): boolean {
  return host.startsWith('/') || host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
