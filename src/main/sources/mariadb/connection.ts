import { type Connection as Client, createConnection, type ConnectionOptions } from 'mysql2/promise';
import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import { codeOf } from '../server/database-error.ts';
import { isLocal, type MariadbPlace, mariadbError, socketOf } from './place.ts';

const CONNECT_TIMEOUT = 10_000;

/** One session with a server. */
export interface Connection {
  readonly place: MariadbPlace;
  /** The server's number for it. */
  readonly id: string;
  readonly isMariadb: boolean;
  readonly isEncrypted: boolean;
  /** As the server says it, such as `10.11.18-MariaDB`. */
  readonly version: string;
  /** The rows' cells as text. `values` take the places of question marks. */
  rows(sql: string, values?: readonly string[]): Promise<(string | null)[][]>;
  /** May be repeated. */
  end(): Promise<void>;
}

/** Opens a session, which an abort ends. `database-...` errors. */
export async function connect(place: MariadbPlace, signal: AbortSignal): Promise<Connection> {
  signal.throwIfAborted();
  const { client, isEncrypted } = await open(place);
  // What happens between two statements shows at the next one.
  client.on('error', () => undefined);
  // What the client was asked when its session is destroyed it leaves without an answer.
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => undefined);
  const stop = (): void => {
    client.destroy();
    broken.reject(signal.reason);
  };
  signal.addEventListener('abort', stop, { once: true });
  const rows = async (sql: string, values: readonly string[] = []): Promise<(string | null)[][]> => {
    try {
      const [answer] = await Promise.race([client.query({ sql, values: [...values], rowsAsArray: true }), broken.promise]);
      return Array.isArray(answer) ? (answer as (string | null)[][]) : [];
    } catch (error) {
      signal.throwIfAborted();
      throw mariadbError(error, place);
    }
  };
  const [[version, id] = []] = await rows('SELECT VERSION(), CONNECTION_ID()');
  return {
    place,
    id: id ?? '',
    isEncrypted,
    version: version ?? '',
    isMariadb: /mariadb/i.test(version ?? ''),
    rows,
    end: async () => {
      // A session that an abort has ended never answers to a farewell.
      if (!signal.aborted) await Promise.race([client.end(), broken.promise]).catch(() => undefined);
      signal.removeEventListener('abort', stop);
    },
  };
}

/** Encrypted where the server can; within this computer there is nothing to hide it from. */
async function open(place: MariadbPlace): Promise<{ client: Client; isEncrypted: boolean }> {
  if (isLocal(place)) return { client: await attempt(place, {}), isEncrypted: false };
  try {
    return { client: await attempt(place, { ssl: { rejectUnauthorized: false } }), isEncrypted: true };
  } catch (error) {
    const isPlainOnly = isLifeboatError(error) && codeOf(error.cause) === 'HANDSHAKE_NO_SSL_SUPPORT';
    if (!isPlainOnly) throw error;
    return { client: await attempt(place, {}), isEncrypted: false };
  }
}

async function attempt(place: MariadbPlace, encryption: Pick<ConnectionOptions, 'ssl'>): Promise<Client> {
  const { host, port, user, password, database } = place;
  const socketPath = socketOf(place);
  try {
    return await createConnection({
      ...(socketPath === undefined ? { host, port } : { socketPath }),
      ...(database !== undefined && { database }),
      ...encryption,
      user,
      password,
      charset: 'utf8mb4_bin',
      connectTimeout: CONNECT_TIMEOUT,
      enableKeepAlive: true,
      // Every value as the server writes it: what becomes of a number or a date is decided where it is used.
      typeCast: (field) => field.string(),
    });
  } catch (error) {
    const known = mariadbError(error, place);
    throw new LifeboatError(known.code, known.data, { cause: error, retryable: known.retryable });
  }
}
