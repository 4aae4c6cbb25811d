import type { Clock } from '../../../shared/model/clock.ts';
import type { Phase, Progress, Waiting } from '../../../shared/model/progress.ts';

/** What is known of running work at one moment. Times in milliseconds, sizes in bytes. */
export interface ProgressFigures {
  phase: Phase | undefined;
  elapsed: number;
  filesDone: number;
  bytesDone: number;
  /** Undefined until somebody looked ahead. */
  totalFiles: number | undefined;
  totalBytes: number | undefined;
  /** From 0 to 1, if there is a total. */
  share: number | undefined;
  /** Bytes a second over the last moments, if there were any. */
  rate: number | undefined;
  remaining: number | undefined;
  current: string | undefined;
  /** Set while a place that failed is waited for. */
  waiting: Waiting | undefined;
}

/** The rate is measured over this long, so that it is steady and yet follows a change. */
const WINDOW = 15_000;
const SAMPLE_GAP = 250;
/** Before this a rate says nothing. */
const SETTLING = 1000;

interface Total {
  files: number;
  bytes: number;
}

interface Sample {
  at: number;
  bytes: number;
}

/** Turns facts about running work into figures for a person: shares, rates, time left. */
export class ProgressMeter {
  private readonly clock: Clock;
  private readonly start: number;
  private phase: Phase | undefined;
  private files = 0;
  private bytes = 0;
  private total: Total | undefined;
  private current: string | undefined;
  private samples: Sample[];
  private waiting: { fact: Waiting; until: number } | undefined;

  constructor(clock: Clock) {
    this.clock = clock;
    this.start = clock.uptime();
    this.samples = [{ at: this.start, bytes: 0 }];
  }

  /** Takes in one fact. */
  take(progress: Progress): void {
    if (progress.kind === 'phase') this.enter(progress.phase);
    else if (progress.kind === 'total') this.total = { files: progress.files, bytes: progress.bytes };
    else if (progress.kind === 'current') this.current = progress.path;
    else if (progress.kind === 'waiting') this.waiting = { fact: progress, until: this.clock.uptime() + progress.seconds * 1000 };
    else if (progress.kind === 'done') {
      this.files = progress.files;
      this.bytes = progress.bytes;
      this.sample();
    }
  }

  /** The figures now. */
  figures(): ProgressFigures {
    const rate = this.rate();
    const total = this.trustedTotal();
    return {
      phase: this.phase,
      elapsed: this.clock.uptime() - this.start,
      filesDone: this.files,
      bytesDone: this.bytes,
      totalFiles: total?.files,
      totalBytes: total?.bytes,
      share: this.share(total),
      rate,
      remaining: this.remaining(total, rate),
      current: this.current,
      waiting: this.waitingNow(),
    };
  }

  /** The pause that is not over yet, with what is left of it. */
  private waitingNow(): Waiting | undefined {
    if (this.waiting === undefined) return undefined;
    const left = this.waiting.until - this.clock.uptime();
    return left > 0 ? { ...this.waiting.fact, seconds: Math.ceil(left / 1000) } : undefined;
  }

  /** A step counts its own things from zero; only finishing goes on with what was done. */
  private enter(phase: Phase): void {
    this.phase = phase;
    this.current = undefined;
    if (phase !== 'finishing') [this.files, this.bytes, this.total] = [0, 0, undefined];
    this.samples = [{ at: this.clock.uptime(), bytes: this.bytes }];
  }

  private sample(): void {
    const at = this.clock.uptime();
    const last = this.samples.at(-1);
    if (last === undefined || this.bytes < last.bytes) this.samples = [{ at, bytes: this.bytes }];
    else if (at - last.at >= SAMPLE_GAP) this.samples.push({ at, bytes: this.bytes });
    while (this.samples.length > 1 && at - (this.samples[0]?.at ?? at) > WINDOW) this.samples.shift();
  }

  private rate(): number | undefined {
    const first = this.samples[0];
    if (first === undefined) return undefined;
    const duration = this.clock.uptime() - first.at;
    return duration < SETTLING ? undefined : ((this.bytes - first.bytes) * 1000) / duration;
  }

  /** The total, unless more is done already than the look ahead has seen. */
  private trustedTotal(): Total | undefined {
    const { total } = this;
    return total !== undefined && this.bytes <= total.bytes && this.files <= total.files ? total : undefined;
  }

  private share(total: Total | undefined): number | undefined {
    if (total === undefined) return undefined;
    if (total.bytes > 0) return this.bytes / total.bytes;
    return total.files > 0 ? this.files / total.files : undefined;
  }

  private remaining(total: Total | undefined, rate: number | undefined): number | undefined {
    const left = total === undefined ? 0 : total.bytes - this.bytes;
    return left > 0 && rate !== undefined && rate > 0 ? (left * 1000) / rate : undefined;
  }
}
