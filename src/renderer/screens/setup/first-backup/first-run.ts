import type { Proof } from '../../../../shared/model/restore-point.ts';
import type { Run } from '../../../../shared/model/run.ts';

/** The first backup: the first that a person started. */
export function firstRunOf(runs: readonly Run[]): Run | undefined {
  return runs.filter(({ trigger }) => trigger === 'manual').toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
}

/** What Lifeboat does by itself after the backup, as long as it is at work. */
export function followUpOf(runs: readonly Run[]): Run | undefined {
  return runs.find(({ trigger, status }) => trigger === 'follow-up' && status === 'running');
}

/** The first proof of each source: the strongest thing that is known of it so far. */
export function firstProofs(proofs: readonly Proof[]): Proof[] {
  const first = new Map<string, Proof>();
  for (const proof of proofs.toSorted((a, b) => a.at.localeCompare(b.at))) {
    if (!first.has(proof.source)) first.set(proof.source, proof);
  }
  return [...first.values()];
}
