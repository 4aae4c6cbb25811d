import { LifeboatError } from '../../shared/errors/index.ts';
import type { Source } from '../../shared/model/source.ts';
import type { JobSurroundings } from './surroundings.ts';

/** A source by its id; `value-invalid` if it is not set up. */
export function sourceOf({ store }: Pick<JobSurroundings, 'store'>, id: string): Source {
  const source = store.sources.get(id);
  if (source === undefined) throw new LifeboatError('value-invalid', { name: 'source', value: id, expected: 'one that is set up' });
  return source;
}
