import type { Run } from '../../shared/model/run.ts';
import { PlanBook } from '../scheduler/index.ts';
import type { Store } from '../store/index.ts';

/** The slot of a planned run that the end of the process cut short is due again; what a person started or stopped is not. */
export function dueAgain({ notes }: Pick<Store, 'notes'>, { tier, trigger, dueAt }: Run): void {
  if (tier === undefined || (trigger !== 'scheduled' && trigger !== 'catch-up')) return;
  new PlanBook(notes).reopen(tier, new Date(dueAt));
}
