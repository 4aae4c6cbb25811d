import type { Job } from '../../shared/model/run.ts';
import { Admission } from './admission.ts';
import { Lanes } from './lanes.ts';
import { type JobWork, performJob } from './perform-job.ts';
import type { JobSurroundings } from './surroundings.ts';

/** Carries jobs out, each in its lanes. */
export class JobDesk {
  private readonly s: JobSurroundings;
  private readonly lanes = new Lanes();
  private readonly admission = new Admission();

  constructor(surroundings: JobSurroundings) {
    this.s = surroundings;
  }

  /** When its turn comes in each of `lanes`, taken one after the other: everybody takes a source's lane ({@link laneOf}) first. */
  async perform(lanes: readonly string[], work: JobWork, onTurn: () => void = nothing): Promise<Job> {
    return await this.inLanes(lanes, work.signal, async () => {
      onTurn();
      return await performJob(this.s, this.admission, work);
    });
  }

  /** Work that performs jobs by itself, when its turn has come. */
  async inLanes<T>(lanes: readonly string[], signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const [first, ...others] = lanes;
    if (first === undefined) return await work();
    return await this.lanes.enqueue(first, async () => await this.inLanes(others, signal, work), signal);
  }

  /** A job that needs no turn. */
  async performNow(work: JobWork): Promise<Job> {
    return await performJob(this.s, this.admission, work);
  }
}

/** A source is read, brought back and undone by one job at a time. */
export function laneOf(source: string): string {
  return `source ${source}`;
}

function nothing(): void {
  // Nobody wants to know.
}
