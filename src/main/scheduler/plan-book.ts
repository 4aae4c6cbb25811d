import type { Notes } from '../store/index.ts';
import type { Planned } from './due-runs.ts';
import type { Schedule } from '../../shared/model/schedule.ts';

/** What is planned and what was dealt with, as the store keeps it. */
export class PlanBook {
  private readonly notes: Pick<Notes, 'nextDueAt' | 'setNextDueAt' | 'flag' | 'setFlag'>;

  constructor(notes: Pick<Notes, 'nextDueAt' | 'setNextDueAt' | 'flag' | 'setFlag'>) {
    this.notes = notes;
  }

  planned<Name extends string>(name: Name, schedule: Schedule): Planned<Name> {
    return { name, schedule, nextDueAt: dateOf(this.notes.nextDueAt(name)), doneFor: dateOf(this.notes.flag(`done-for:${name}`)) };
  }

  plan(name: string, next: Date): void {
    const text = next.toISOString();
    if (this.notes.nextDueAt(name) !== text) this.notes.setNextDueAt(name, text);
  }

  done(name: string, slot: Date): void {
    this.notes.setFlag(`done-for:${name}`, slot.toISOString());
  }

  /** A slot that was dealt with, but came to nothing, is due again. */
  reopen(name: string, slot: Date): void {
    this.notes.setNextDueAt(name, slot.toISOString());
    this.notes.setFlag(`done-for:${name}`, undefined);
  }

  nextDueAt(name: string): Date | undefined {
    return dateOf(this.notes.nextDueAt(name));
  }

  /** A moment kept by a name of its own. */
  moment(name: string): Date | undefined {
    return dateOf(this.notes.flag(name));
  }

  setMoment(name: string, moment: Date | undefined): void {
    this.notes.setFlag(name, moment?.toISOString());
  }
}

function dateOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}
