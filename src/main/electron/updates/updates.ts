import type { UpdateState } from '../../../shared/contract/updates.ts';
import type { Clock } from '../../../shared/model/clock.ts';
import { noWishes, type UpdateDesk } from '../../api/index.ts';
import type { UpdateSource } from './update-source.ts';

export interface UpdatesNeeds {
  source: UpdateSource;
  /** Whether something runs that an installation would interrupt. */
  isWorking: () => boolean;
  clock: Clock;
}

/** Updates, step by step as a person asks: look, fetch, install. A step that makes no sense now changes nothing. */
export class Updates implements UpdateDesk {
  private readonly needs: UpdatesNeeds;
  private current: UpdateState = { kind: 'current' };
  private step: Promise<UpdateState> | undefined;
  private readonly listeners = new Set<() => void>();
  /** Whoever asks, this process carries it out. */
  readonly wishes = noWishes;

  constructor(needs: UpdatesNeeds) {
    this.needs = needs;
  }

  state(): UpdateState {
    return this.current;
  }

  async check(): Promise<UpdateState> {
    if (this.current.kind === 'downloading' || this.current.kind === 'ready') return this.current;
    return await this.one(async () => {
      this.become({ kind: 'checking' });
      const version = await this.needs.source.check();
      return version === undefined ? { kind: 'current', checkedAt: this.needs.clock.now().toISOString() } : { kind: 'available', version };
    });
  }

  async download(): Promise<UpdateState> {
    if (this.current.kind !== 'available') return this.current;
    const { version } = this.current;
    return await this.one(async () => {
      this.become({ kind: 'downloading', version, percent: 0 });
      await this.needs.source.download((percent) => this.become({ kind: 'downloading', version, percent: Math.floor(percent) }));
      return { kind: 'ready', version };
    });
  }

  /** Whether it begins: not while something runs, which it would interrupt. */
  install(): boolean {
    if (this.current.kind !== 'ready' || this.needs.isWorking()) return false;
    this.needs.source.install();
    return true;
  }

  onChange(hear: () => void): void {
    this.listeners.add(hear);
  }

  report(): void {
    // No window but this process's own has anything to tell.
  }

  /** Of a percentage only what is a step on is told. */
  private become(state: UpdateState): UpdateState {
    const isSame = JSON.stringify(state) === JSON.stringify(this.current);
    this.current = state;
    if (!isSame) for (const hear of this.listeners) hear();
    return state;
  }

  /** Two clicks are one step. */
  private async one(work: () => Promise<UpdateState>): Promise<UpdateState> {
    this.step ??= work()
      .catch((error: unknown): UpdateState => ({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) }))
      .then((state) => this.become(state))
      .finally(() => (this.step = undefined));
    return await this.step;
  }
}
