import { LifeboatError } from '../../shared/errors/index.ts';
import type { Engine, OpenOptions, Place } from './engine.ts';
import type { ReadingSession } from './session.ts';

/** Milliseconds a session stays open after its last use: browsing goes click by click. */
const IDLE_TIME = 5 * 60 * 1000;

interface Kept {
  address: string;
  session: Promise<ReadingSession>;
  users: number;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Keeps reading sessions open between uses, so that browsing a repository does not pay for the password and the index
 * at each click. Sessions that nobody used for a while, or whose lock was lost, are closed.
 */
export class SessionKeeper {
  private readonly engine: Engine;
  private readonly kept = new Map<string, Kept>();
  private readonly idleTime: number;
  private closed = false;

  constructor(engine: Engine, idleTime: number = IDLE_TIME) {
    this.engine = engine;
    this.idleTime = idleTime;
  }

  /** Runs `use` with an open session of the repository; opened only if none is. The lease ends when `use` does. */
  async lease<T>(
    location: string | Place,
    password: string,
    use: (session: ReadingSession) => Promise<T>,
    options: OpenOptions = {},
  ): Promise<T> {
    if (this.closed) throw new LifeboatError('aborted', {});
    const key = JSON.stringify([location, password]);
    const kept = this.kept.get(key) ?? this.open(key, location, password, options);
    kept.users += 1;
    clearTimeout(kept.timer);
    try {
      return await use(await kept.session);
    } finally {
      kept.users -= 1;
      if (kept.users === 0) await this.rest(key, kept);
    }
  }

  /** Closes the sessions of a repository that rest, whatever they were opened with, so that their locks keep nobody out who wants it alone. */
  async release(location: string | Place): Promise<void> {
    const own = addressOf(location);
    const resting = [...this.kept].filter(([, kept]) => kept.users === 0 && kept.address === own);
    await Promise.all(resting.map(async ([key, kept]) => await this.drop(key, kept)));
  }

  /** Closes every session that is not in use, and the others when their leases end. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.kept].filter(([, kept]) => kept.users === 0).map(async ([key, kept]) => await this.drop(key, kept)));
  }

  private open(key: string, location: string | Place, password: string, options: OpenOptions): Kept {
    const session = this.engine.open(location, password, 'reading', options);
    const kept: Kept = { address: addressOf(location), session, users: 0, timer: undefined };
    this.kept.set(key, kept);
    session.then(
      ({ signal }) => signal.addEventListener('abort', () => this.forget(key, kept), { once: true }),
      () => this.forget(key, kept),
    );
    return kept;
  }

  private async rest(key: string, kept: Kept): Promise<void> {
    if (this.closed || this.kept.get(key) !== kept) return await this.drop(key, kept);
    kept.timer = setTimeout(() => void this.drop(key, kept), this.idleTime);
    kept.timer.unref();
  }

  private async drop(key: string, kept: Kept): Promise<void> {
    this.forget(key, kept);
    clearTimeout(kept.timer);
    await kept.session.then(
      async (session) => await session.close(),
      () => undefined, // Never opened: whoever asked was told.
    );
  }

  private forget(key: string, kept: Kept): void {
    if (this.kept.get(key) === kept) this.kept.delete(key);
  }
}

function addressOf(location: string | Place): string {
  return typeof location === 'string' ? location : location.location;
}
