import { posix, win32 } from 'node:path';
import { partsOf, type SingleSource, type Source } from '../../../shared/model/source.ts';
import type { Detected } from '../kind.ts';

/** What was found and no source covers. A database is covered by a source of its own only, never by the folder it lies in. */
export function unprotected(found: readonly Detected[], sources: readonly Source[]): Detected[] {
  const parts = sources.flatMap((source) => partsOf(source));
  return found.filter(({ source }) => !parts.some((part) => covers(part, source)));
}

function covers(part: SingleSource, found: SingleSource): boolean {
  switch (found.kind) {
    case 'folder':
      return part.kind === 'folder' && found.paths.every((path) => part.paths.some((root) => isBelow(path, root)));
    case 'vendor-file':
      if (part.kind === 'folder') return part.paths.some((root) => isBelow(found.folder, root));
      return (
        part.kind === 'vendor-file' && samePath(part.folder, found.folder) && part.pattern.toLowerCase() === found.pattern.toLowerCase()
      );
    case 'sqlite':
      return part.kind === 'sqlite' && samePath(part.path, found.path);
    default:
      return sameServer(part, found);
  }
}

type Server = Extract<SingleSource, { host: string }>;

/** The same database of the same server, however this PC is called in it. */
function sameServer(part: SingleSource, found: Server): boolean {
  if (!('host' in part) || part.kind !== found.kind || hostOf(part) !== hostOf(found)) return false;
  const sameInstance =
    part.kind === 'sqlserver' && found.kind === 'sqlserver' && part.instance !== undefined && part.instance === found.instance;
  const isSameServer = sameInstance || part.port === found.port;
  return isSameServer && part.database.toLowerCase() === found.database.toLowerCase();
}

function hostOf({ host }: Server): string {
  const name = host.toLowerCase();
  // A path is the server's local socket.
  return ['localhost', '::1', '.'].includes(name) || name.startsWith('/') ? '127.0.0.1' : name;
}

/** Whether a path is `root` or lies below it. */
export function isBelow(path: string, root: string): boolean {
  const [inner, outer] = [normal(path), normal(root)];
  return inner === outer || inner.startsWith(outer.endsWith('/') ? outer : `${outer}/`);
}

function samePath(a: string, b: string): boolean {
  return normal(a) === normal(b);
}

/** Windows' names regardless of case and of the direction of slashes; others as they are. */
function normal(path: string): string {
  if (/^([A-Za-z]:|\\\\)/.test(path))
    return win32
      .normalize(path)
      .replaceAll('\\', '/')
      .toLowerCase()
      .replace(/(?<=.)\/$/, '');
  return posix.normalize(path).replace(/(?<=.)\/$/, '');
}
