/** What is measured, in this order. */
export const steps = ['first backup', 'unchanged', 'forced re-read', 'small change', 'restore', 'check with data'] as const;

export type Step = (typeof steps)[number];

/** What is told of: a step, or what a step made of another. */
export const lines = [
  'first backup',
  'unchanged',
  'forced re-read',
  'small change',
  'restore',
  'restore, on the disk',
  'check with data',
] as const satisfies readonly (Step | 'restore, on the disk')[];

export type Line = (typeof lines)[number];

/** Steps that add to the repository. */
export function isBackup(step: Step): boolean {
  return step !== 'restore' && step !== 'check with data';
}
