import type { Job, Run } from '../../shared/model/run.ts';
import type { Progress } from '../../shared/model/progress.ts';

/** Says that something happened; nothing hangs on anybody hearing it. The history was written before. */
export type JobEvent =
  | { kind: 'run'; run: Run }
  | { kind: 'job'; job: Job }
  | { kind: 'progress'; job: string; run: string; progress: Progress };

type Listener = (event: JobEvent) => void;

/** Whoever listens hears of events in their order; a listener that throws harms nobody else. */
export class JobEvents {
  private readonly listeners = new Set<Listener>();

  /** The result ends the listening. */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  announce(event: JobEvent): void {
    for (const listener of this.listeners) {
      try {
        listener(event);
      } catch {
        // A face that broke must not stop a backup.
      }
    }
  }
}
