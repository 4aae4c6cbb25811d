import { LifeboatError } from '../../../shared/errors/index.ts';

/** A place, taken apart. */
export type Location =
  /** Path of a folder, absolute or relative to the working directory. */
  | { kind: 'local'; path: string }
  /** A container of Azure Blob Storage; `prefix` has no slash at either end and may be empty. */
  | { kind: 'azure'; container: string; prefix: string };

const DRIVE = /^[A-Za-z]:/;
const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]+):/;
/** Azure's rule: 3 to 63 lower-case letters, digits and single hyphens between them. */
const CONTAINER = /^(?=.{3,63}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Azure allows 1024; the longest name of ours below the prefix takes 73. */
const LONGEST_PREFIX = 900;

/**
 * Takes a location apart: a plain path, `local:PATH`, `C:\folder`, `\\server\share`, `azure:CONTAINER[/PREFIX]` (restic's
 * `azure:CONTAINER:/PREFIX` too). A single letter before a colon is a drive; a longer word is the kind of place. A folder
 * whose name looks like that is written `local:...` or `./...`.
 * `location-invalid` if it is empty, malformed or names a kind of place this program does not know.
 */
export function parseLocation(location: string): Location {
  const scheme = DRIVE.test(location) ? undefined : SCHEME.exec(location)?.[1];
  const rest = scheme === undefined ? location : location.slice(scheme.length + 1);
  if (scheme?.toLowerCase() === 'azure') return azureLocation(rest, location);
  if (scheme !== undefined && scheme.toLowerCase() !== 'local') throw invalid(location);
  if (rest === '' || rest.includes('\0')) throw invalid(location);
  return { kind: 'local', path: rest };
}

function azureLocation(rest: string, location: string): Location {
  const [, container = '', path = ''] = /^([^:/]*)(?:[:/](.*))?$/s.exec(rest) ?? [];
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  const prefix = segments.join('/');
  if (!CONTAINER.test(container) || !isPrefix(prefix) || segments.includes('..')) throw invalid(location);
  return { kind: 'azure', container, prefix };
}

/** No character that would mean something else in an address, to Azure or to a terminal. */
function isPrefix(prefix: string): boolean {
  return prefix.isWellFormed() && !/[\u0000-\u001f\u007f\\?#:]/.test(prefix) && Buffer.byteLength(prefix) <= LONGEST_PREFIX;
}

function invalid(location: string): LifeboatError {
  // Somebody may have pasted an address with its access token: what follows the question mark is not repeated anywhere.
  return new LifeboatError('location-invalid', { location: location.replace(/\?.*$/s, '?...') });
}
