import { LifeboatError } from '../../../shared/errors/index.ts';
import type { TimelinePoint } from '../../../shared/model/timeline.ts';
import { formatDateTime } from '../../../shared/format/index.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { harmless } from '../terminal/harmless.ts';
import { Names } from './names.ts';
import { type Owner, type ProfileOptions, withOwner } from './owner.ts';

export interface KeepOptions extends ProfileOptions {
  note?: string;
}

/** `lifeboat keep ID...`: restore points that stay, whatever retention says. */
export async function keep(invocation: Invocation, { note, ...options }: KeepOptions, ids: string[]): Promise<ExitCode> {
  return await withOwner(invocation, options, async (owner) => {
    const points = await pointsOf(owner, ids);
    await owner.ask((client) => client.runs.keep({ points: points.map(({ point }) => point), ...(note !== undefined && { note }) }));
    return await told(invocation, owner, points, 'kept');
  });
}

/** `lifeboat unkeep ID...`: retention decides about them again. */
export async function unkeep(invocation: Invocation, options: ProfileOptions, ids: string[]): Promise<ExitCode> {
  return await withOwner(invocation, options, async (owner) => {
    const points = await pointsOf(owner, ids);
    await owner.ask((client) => client.runs.unkeep({ points: points.map(({ point }) => point) }));
    return await told(invocation, owner, points, 'unkept');
  });
}

/** `snapshot-not-found` for a beginning that is none's, `value-invalid` for one of several. */
async function pointsOf(owner: Owner, ids: readonly string[]): Promise<TimelinePoint[]> {
  const timeline = await owner.look((client) => client.restore.timeline({}));
  return ids.map((id) => {
    const [found, ...others] = timeline.filter(({ point }) => point.startsWith(id));
    if (found === undefined) throw new LifeboatError('snapshot-not-found', { snapshot: id });
    if (others.length === 0) return found;
    throw new LifeboatError('value-invalid', { name: 'ID', value: id, expected: 'more of its characters' });
  });
}

async function told(
  { output, texts }: Invocation,
  owner: Owner,
  points: readonly TimelinePoint[],
  word: 'kept' | 'unkept',
): Promise<ExitCode> {
  const names = await Names.of(owner);
  for (const { point, source, time } of points) {
    output.object({ message_type: word, point, source, time });
    if (!output.json)
      output.result(harmless(texts.app.keeping[word](names.source(source) ?? source, formatDateTime(new Date(time)), point.slice(0, 8))));
  }
  return EXIT.done;
}
