import type { Clock } from '../../../../shared/model/clock.ts';
import { systemTimers, type Timers } from '../../timers.ts';
import { SLICE, Throttle } from './throttle.ts';

/** Bytes per second; an absent one is no limit. */
export interface BandwidthLimits {
  upload?: number;
  download?: number;
}

/** The line shared by every place that is given this: a pace up and a pace down, changeable while requests run. */
export class Bandwidth {
  readonly #upload: Throttle;
  readonly #download: Throttle;

  constructor(clock: Clock, limits: BandwidthLimits = {}, timers: Timers = systemTimers) {
    this.#upload = new Throttle(clock, timers);
    this.#download = new Throttle(clock, timers);
    this.setLimits(limits);
  }

  /** Replaces both limits at once, also for requests on their way. */
  setLimits({ upload, download }: BandwidthLimits): void {
    this.#upload.limit = upload;
    this.#download.limit = download;
  }

  /** Whether what is received need not be counted. */
  get receivesFreely(): boolean {
    return this.#download.limit === undefined;
  }

  /** Resolves when so many bytes may be sent. */
  async send(bytes: number, signal?: AbortSignal): Promise<void> {
    await takeInSlices(this.#upload, bytes, signal);
  }

  /** Resolves when so many bytes may be received, or when those received are paid for. */
  async receive(bytes: number, signal?: AbortSignal): Promise<void> {
    await takeInSlices(this.#download, bytes, signal);
  }
}

async function takeInSlices(throttle: Throttle, bytes: number, signal: AbortSignal | undefined): Promise<void> {
  for (let left = bytes; left > 0 && throttle.limit !== undefined; left -= SLICE) await throttle.take(Math.min(left, SLICE), signal);
}
