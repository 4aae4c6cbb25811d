import type { Clock } from '../../../shared/model/clock.ts';
import type { PowerFace } from './power-face.ts';

/** Milliseconds of work in a row after which the PC may sleep nevertheless: something that long hangs, or can be gone on with later. */
const LONGEST = 12 * 60 * 60 * 1000;

/** Keeps the PC awake while a run of this process is on, and no longer. A lid that is closed or a person's click still sends it to sleep. */
export class StayAwake {
  private readonly face: Pick<PowerFace, 'keepAwake'>;
  private readonly clock: Pick<Clock, 'uptime'>;
  private release: (() => void) | undefined;
  private since: number | undefined;

  constructor(face: Pick<PowerFace, 'keepAwake'>, clock: Pick<Clock, 'uptime'>) {
    this.face = face;
    this.clock = clock;
  }

  /** To be told at every change, and at least every few minutes. */
  update(isWorking: boolean): void {
    if (!isWorking) return this.end();
    this.since ??= this.clock.uptime();
    if (this.clock.uptime() - this.since > LONGEST) return this.letGo();
    this.release ??= this.face.keepAwake();
  }

  /** Nothing is done any more, or nobody knows: the PC may sleep. */
  end(): void {
    this.since = undefined;
    this.letGo();
  }

  private letGo(): void {
    this.release?.();
    this.release = undefined;
  }
}
