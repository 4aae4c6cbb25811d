import { isIP } from 'node:net';
import { join } from 'node:path';
import type { LifeboatError } from '../../../shared/errors/index.ts';
import type { SourceOf } from '../../../shared/model/source.ts';
import type { SourceContext } from '../kind.ts';
import { databaseError, type Endpoint, type Refusal } from '../server/database-error.ts';

export type MariadbSource = SourceOf<'mariadb'>;

/** How a server is reached, with the password. Never written anywhere. */
export interface MariadbPlace {
  host: string;
  port: number;
  user: string;
  password: string;
  /** Undefined: in none. */
  database: string | undefined;
}

/** The longest name of a database, in characters; kept as bytes to be safe. */
export const LONGEST_NAME = 64;

/** Server error numbers (MariaDB's error codes; MySQL has the same ones). */
const MEANINGS: Readonly<Record<string, Refusal>> = {
  '1007': 'exists',
  '1040': 'unreachable',
  '1044': 'rights',
  '1045': 'refused',
  '1049': 'missing',
  '1053': 'unreachable',
  '1129': 'refused',
  '1130': 'refused',
  '1142': 'rights',
  '1143': 'rights',
  '1205': 'in-use',
  '1213': 'passing',
  '1227': 'rights',
  '1251': 'refused',
  '1370': 'rights',
  '1698': 'refused',
  '1862': 'refused',
  '1969': 'passing',
  '3024': 'passing',
  '3118': 'refused',
  '4151': 'refused',
};

/** Where the source is. */
export function placeOf(source: MariadbSource, context: SourceContext): MariadbPlace {
  const { host, port, user, database } = source;
  return { host, port, user, database, password: context.secrets['password'] ?? '' };
}

/** The place for people. */
export function endpointOf({ host, port, user, database = '' }: MariadbPlace): Endpoint {
  return { place: host.startsWith('/') ? host : `${host}:${port}`, user, database };
}

/** A failure of the client, by the server's number. */
export function mariadbError(error: unknown, place: MariadbPlace): LifeboatError {
  return databaseError(error, endpointOf(place), (code) => MEANINGS[code]);
}

/** The path of the local socket; undefined where it is the network. A folder stands for the usual name in it. */
export function socketOf({ host }: Pick<MariadbPlace, 'host'>): string | undefined {
  if (!host.startsWith('/')) return undefined;
  return host.endsWith('.sock') ? host : join(host, 'mysqld.sock');
}

/** Whether what is sent stays on this computer. */
export function isLocal({ host }: Pick<MariadbPlace, 'host'>): boolean {
  return host.startsWith('/') || host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
