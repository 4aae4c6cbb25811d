import { LifeboatError } from '../../shared/errors/index.ts';
import type { BandwidthLimits } from '../engine/index.ts';
import { METHODS } from './contract.ts';
import type { EngineHost, HostHooks } from './engine-host.ts';
import type { HostOptions } from './local-host.ts';
import type { HostPort } from './port.ts';
import { connectHost } from './remote-host.ts';

/** A started engine process. */
export interface HostProcess {
  port: HostPort;
  pid: number | undefined;
  /** Resolves when it has ended, with its exit code or signal in words. */
  ended: Promise<string>;
  /** Asks it to end; at once if `force`. */
  end(force: boolean): void;
}

/** Starts an engine process: a fork in plain Node, a utility process in Electron. Resolves when it is ready. */
export type StartHost = (options: HostOptions) => Promise<HostProcess>;

export interface Supervision {
  start: StartHost;
  /** Waits; `setTimeout` in life. */
  wait: (milliseconds: number) => Promise<void>;
  /** Hears of every process that ended without being asked to. */
  onDeath?: (detail: string) => void;
}

/** Pauses before the next start after deaths in a row, in milliseconds. */
const BACK_OFF = [0, 1000, 5000, 30_000, 60_000];
/** Milliseconds a process gets to give locks back before it is ended by force. */
const GRACE = 10_000;

interface Running {
  host: EngineHost;
  process: HostProcess;
}

/**
 * Keeps an engine process: started with the first request, and again after it died, later and later. Requests under
 * way when it dies end with `engine-died`; whoever made them decides whether to make them again.
 */
export class SupervisedHost {
  private readonly options: HostOptions;
  private readonly supervision: Supervision;
  private running: Promise<Running> | undefined;
  private deaths = 0;
  private readonly closing = Promise.withResolvers<void>();
  private closed = false;
  /** Of the newest process; from the moment it is started, not while the pause before goes on. */
  private started: Promise<HostProcess> | undefined;
  private bandwidth: BandwidthLimits | undefined;

  constructor(options: HostOptions, supervision: Supervision) {
    this.options = options;
    this.supervision = supervision;
  }

  /** The host, as if it never died. */
  host(): EngineHost {
    const calls = METHODS.map((method) => [
      method,
      async (...args: unknown[]) => {
        if (method === 'setBandwidth') this.bandwidth = args[0] as BandwidthLimits;
        const { host } = await orAborted(this.alive(), signalIn(args));
        const result = await (host[method] as (...args: unknown[]) => Promise<unknown>)(...args);
        this.deaths = 0;
        return result;
      },
    ]);
    return { ...(Object.fromEntries(calls) as Omit<EngineHost, 'close'>), close: async () => await this.close() };
  }

  /** Deaths in a row; more than one means that the engine does not run. */
  get deathsInARow(): number {
    return this.deaths;
  }

  private async alive(): Promise<Running> {
    this.assertOpen();
    this.running ??= this.begin();
    return await this.running;
  }

  private async begin(): Promise<Running> {
    const pause = this.supervision.wait(BACK_OFF[Math.min(this.deaths, BACK_OFF.length - 1)] ?? 0);
    await Promise.race([pause, this.closing.promise]);
    this.assertOpen();
    try {
      this.started = this.supervision.start({ ...this.options, ...(this.bandwidth && { bandwidth: this.bandwidth }) });
      const process = await this.started;
      void process.ended.then((how) => this.died(how));
      return { process, host: connectHost(process.port, () => Promise.resolve()) };
    } catch (error) {
      this.died(String(error));
      throw new LifeboatError('engine-died', { detail: String(error) }, { cause: error, retryable: true });
    }
  }

  private assertOpen(): void {
    if (this.closed) throw new LifeboatError('aborted', {});
  }

  private died(how: string): void {
    this.running = undefined;
    if (this.closed) return;
    this.deaths += 1;
    this.supervision.onDeath?.(how);
  }

  private async close(): Promise<void> {
    this.closed = true;
    this.closing.resolve();
    const process = await this.started?.catch(() => undefined);
    if (process === undefined) return;
    process.end(false);
    const inTime = await Promise.race([process.ended.then(() => true), this.supervision.wait(GRACE).then(() => false)]);
    if (!inTime) process.end(true);
    await process.ended;
  }
}

/** The signal among a request's hooks, if its caller handed one in. */
function signalIn(args: readonly unknown[]): AbortSignal | undefined {
  return args.map((arg) => (Object(arg) as HostHooks).signal).find((signal) => signal instanceof AbortSignal);
}

/** As `work`, but whoever aborts does not have to wait for it: a pause before a start may be long. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return await work;
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(new LifeboatError('aborted', {}));
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([promise, work]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
