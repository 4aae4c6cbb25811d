/** What is measured, in this order. */
export const steps = ['first backup', 'unchanged', 'forced re-read', 'small change', 'restore', 'check with data'] as const;

export type Step = (typeof steps)[number];

/** What is told of: a step, or what a step made of another. */
export type Line = Step | 'restore, on the disk';
export const lines: readonly Line[] = steps.flatMap((step): Line[] => (step === 'restore' ? [step, 'restore, on the disk'] : [step]));

/** Steps that add to the repository. */
export function isBackup(step: Step): boolean {
  return step !== 'restore' && step !== 'check with data';
}
