import { isLifeboatError } from '../../../shared/errors/index.ts';
import type { Progress } from '../../../shared/model/progress.ts';
import { damageDetail } from '../damage.ts';
import type { Id } from '../format/id.ts';

const SHORT_ID = 8;

/** What stands before a path to say in which snapshot it is, where many are worked on. */
export function snapshotLabel(id: Id): string {
  return `${id.slice(0, SHORT_ID)}:`;
}

/** The warning that something cannot be read. `path` is a path, one behind a snapshot's label, or an id. */
export function damagedWarning(path: string, error?: unknown): Progress {
  const detail = isLifeboatError(error) ? { detail: damageDetail(error) } : {};
  // The top of a snapshot has no name.
  return { kind: 'warning', warning: { code: 'damaged', path: path.endsWith(':') ? `${path}/` : path, ...detail } };
}
