import type { LifeboatError } from '../../../shared/errors/index.ts';
import type { SourceOf } from '../../../shared/model/source.ts';
import type { SourceContext } from '../kind.ts';
import { databaseError, type Endpoint, type Refusal } from '../server/database-error.ts';
import { conninfoValue } from '../server/quoting.ts';

export type PostgresqlSource = SourceOf<'postgresql'>;

/** How a server is reached, with the password. Never written anywhere. */
export interface PostgresqlPlace {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

/** PostgreSQL's longest name, in bytes (NAMEDATALEN - 1). */
export const LONGEST_NAME = 63;

const MEANINGS: Readonly<Record<string, Refusal>> = {
  '28000': 'refused',
  '28P01': 'refused',
  '3D000': 'missing',
  '42501': 'rights',
  '42P04': 'exists',
  '55006': 'in-use',
  '53300': 'unreachable',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
  '40001': 'passing',
  '40P01': 'passing',
  '55P03': 'passing',
  '57014': 'passing',
};

/** Where the source is. */
export function placeOf(source: PostgresqlSource, context: SourceContext): PostgresqlPlace {
  const { host, port, user, database } = source;
  return { host, port, user, database, password: context.secrets['password'] ?? '' };
}

/** The place for people. */
export function endpointOf({ host, port, user, database }: PostgresqlPlace): Endpoint {
  return { place: `${host}:${port}`, user, database };
}

/** A failure of the client, by SQLSTATE (PostgreSQL's manual, appendix A). */
export function postgresqlError(error: unknown, place: PostgresqlPlace): LifeboatError {
  return databaseError(error, endpointOf(place), (code) => MEANINGS[code] ?? (code.startsWith('08') ? 'unreachable' : undefined));
}

/** How PostgreSQL's tools learn where to go: nothing of it is seen in a list of processes. */
export function toolEnvironmentOf(place: PostgresqlPlace): Record<string, string> {
  return {
    PGHOST: place.host,
    PGPORT: String(place.port),
    PGUSER: place.user,
    PGPASSWORD: place.password,
    PGDATABASE: place.database,
    PGCONNECT_TIMEOUT: '10',
    PGAPPNAME: 'Lifeboat',
  };
}

/** A database's name as `--dbname` takes it, where a name such as `a=b` would be read as settings. */
export function dbnameArgument(database: string): string {
  return `--dbname=dbname=${conninfoValue(database)}`;
}
