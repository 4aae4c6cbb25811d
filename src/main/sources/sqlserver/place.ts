import { isLifeboatError, type LifeboatError } from '../../../shared/errors/index.ts';
import type { SourceOf } from '../../../shared/model/source.ts';
import type { SourceContext } from '../kind.ts';
import { databaseError, type Endpoint, type Refusal } from '../server/database-error.ts';

export type SqlserverSource = SourceOf<'sqlserver'>;

/** How a server is reached, with the password. Never written anywhere. */
export interface SqlserverPlace {
  host: string;
  instance: string | undefined;
  port: number | undefined;
  user: string;
  password: string;
  database: string;
  trustServerCertificate: boolean;
}

/** The longest name of a database, in characters; kept as bytes to be safe. */
export const LONGEST_NAME = 123;
/** The database every account may enter. */
export const MASTER = 'master';

/** Server error numbers (SQL Server's "Database Engine events and errors") and tedious' codes. */
const MEANINGS: Readonly<Record<string, Refusal>> = {
  ELOGIN: 'refused',
  '229': 'rights',
  '262': 'rights',
  '297': 'rights',
  '300': 'rights',
  '911': 'missing',
  '916': 'rights',
  '924': 'in-use',
  '1205': 'passing',
  '1222': 'in-use',
  '1801': 'exists',
  '3101': 'in-use',
  '3110': 'rights',
  '3702': 'in-use',
  '4060': 'missing',
  '5011': 'rights',
  '5030': 'in-use',
  '15151': 'rights',
  '15247': 'rights',
  '18456': 'refused',
};

/** Where the source is. */
export function placeOf(source: SqlserverSource, context: SourceContext): SqlserverPlace {
  const { host, instance, port, user, database, trustServerCertificate } = source;
  return { host, instance, port, user, database, trustServerCertificate, password: context.secrets['password'] ?? '' };
}

/** The place for people. */
export function endpointOf({ host, instance, port, user, database }: SqlserverPlace): Endpoint {
  const where = instance === undefined ? `${host}:${port ?? 1433}` : `${host}\\${instance}`;
  return { place: where, user, database };
}

/** A failure of the client, by the server's number or tedious' code. */
export function sqlserverError(error: unknown, place: SqlserverPlace): LifeboatError {
  return databaseError(error, endpointOf(place), (code) => MEANINGS[code]);
}

/** Passes over what the server does not know or does not let this account do; everything else is thrown. */
export function onlyRefused(error: unknown): undefined {
  if (!isLifeboatError(error, 'database-failed') && !isLifeboatError(error, 'database-rights-missing')) throw error;
}
