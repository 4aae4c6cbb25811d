/** What is measured, in this order. */
export const steps = ['first backup', 'unchanged', 'forced re-read', 'small change', 'restore', 'check with data'] as const;

export type Step = (typeof steps)[number];

/** Steps that add to the repository. */
export function isBackup(step: Step): boolean {
  return step !== 'restore' && step !== 'check with data';
}
