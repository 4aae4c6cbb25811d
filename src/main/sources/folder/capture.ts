import type { SourceOf } from '../../../shared/model/source.ts';
import type { Witness, WitnessFact } from '../../../shared/model/witness.ts';
import type { Capture, SourceContext } from '../kind.ts';
import { count } from './count.ts';

type Folder = SourceOf<'folder'>;

/** Files stay where they are and are counted before and after they are read: what changed between gives the witness its width. */
export async function capture({ paths, exclude }: Folder, { clock, signal }: SourceContext): Promise<Capture> {
  const roots = paths.map((path) => ({ path, at: path }));
  const before = await count(roots, exclude, signal);
  return {
    files: [{ kind: 'paths', paths, exclude }],
    witness: async () => {
      const after = await count(roots, exclude, signal);
      return { takenAt: clock.now().toISOString(), ...between(before.facts, after.facts), environment: {} };
    },
    isConsistent: before.liveDatabases.length === 0,
    warnings: before.liveDatabases.map((detail) => ({ code: 'crash-consistent-only' as const, detail })),
    release: async () => await Promise.resolve(),
  };
}

/** Two counts as the lowest and the highest values that can be right. */
export function between(before: readonly WitnessFact[], after: readonly WitnessFact[]): Pick<Witness, 'facts' | 'atMost' | 'isExact'> {
  const later = new Map(after.map((fact) => [fact.subject, fact]));
  const isExact = before.every((fact) => later.get(fact.subject)?.value === fact.value);
  if (isExact) return { facts: [...after], atMost: [], isExact };
  const pairs = before.map((fact) => [fact, later.get(fact.subject) ?? fact] as const);
  return {
    facts: pairs.map(([first, second]) => (isBelow(second, first) ? second : first)),
    atMost: pairs.map(([first, second]) => (isBelow(second, first) ? first : second)),
    isExact,
  };
}

function isBelow(a: WitnessFact, b: WitnessFact): boolean {
  if (a.kind === 'date' || b.kind === 'date') return (a.value ?? '') < (b.value ?? '');
  return a.value < b.value;
}
