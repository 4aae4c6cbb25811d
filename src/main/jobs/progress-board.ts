import type { Progress } from '../../shared/model/progress.ts';
import type { JobEvents } from './events.ts';

/** The newest fact of each kind of every job at work, for whoever looks. */
export class ProgressBoard {
  private readonly facts = new Map<string, Progress[]>();

  constructor(events: JobEvents) {
    events.listen((event) => {
      if (event.kind === 'progress') this.note(event.job, event.progress);
      if (event.kind === 'job' && event.job.endedAt !== undefined) this.facts.delete(event.job.id);
    });
  }

  of(job: string): readonly Progress[] {
    return this.facts.get(job) ?? [];
  }

  private note(job: string, fact: Progress): void {
    const others = this.of(job).filter(({ kind }) => kind !== fact.kind);
    this.facts.set(job, [...others, fact]);
  }
}
