import { createHash } from 'node:crypto';
import type { Clock } from '../../shared/model/clock.ts';
import type { PageMemory } from './page-memory.ts';

/** Pages that are known at once; beyond that, those go that were seen longest ago. */
const MOST = 100;

/** What is kept of pages while no owner process runs. */
type Kept = Pick<PageMemory, 'savedAt' | 'pages'>;

/** Pages that are signed in, by the digest of the public key each has made: they may come back after the owner process was another one. */
export class KnownPages {
  private readonly clock: Clock;
  private readonly belongsTo: string;
  private readonly life: number;
  /** By the machine's own time, which does not jump; seen longest ago first. */
  private readonly ends = new Map<string, number>();

  /** `belongsTo` names the installation: what was kept for another one says nothing here. `life`: milliseconds unseen. */
  constructor(clock: Clock, belongsTo: string, life: number) {
    this.clock = clock;
    this.belongsTo = belongsTo;
    this.life = life;
  }

  /** Takes over what the last owner process kept. After a clock that was put back, nothing: nobody knows how old it is. */
  recall({ savedAt, pages }: Kept): void {
    const now = this.clock.now().getTime();
    if (!(Date.parse(savedAt) <= now)) return;
    for (const { digest, endsAt } of pages) {
      const left = Date.parse(endsAt) - now;
      if (left > 0 && left <= this.life) this.ends.set(digest, this.clock.uptime() + left);
    }
  }

  kept(): Kept {
    const [now, uptime] = [this.clock.now().getTime(), this.clock.uptime()];
    const pages = [...this.ends].filter(([, ends]) => ends > uptime);
    return {
      savedAt: new Date(now).toISOString(),
      pages: pages.map(([digest, ends]) => ({ digest, endsAt: new Date(now + ends - uptime).toISOString() })),
    };
  }

  /** A page is here and signed in. Whether it was unknown. */
  see(key: string): boolean {
    const digest = this.digestOf(key);
    const isNew = !this.ends.delete(digest);
    this.ends.set(digest, this.clock.uptime() + this.life);
    const [oldest] = this.ends.keys();
    if (this.ends.size > MOST && oldest !== undefined) this.ends.delete(oldest);
    return isNew;
  }

  knows(key: string): boolean {
    return (this.ends.get(this.digestOf(key)) ?? 0) > this.clock.uptime();
  }

  forget(): void {
    this.ends.clear();
  }

  private digestOf(key: string): string {
    return createHash('sha256').update(`${this.belongsTo}\n${key}`).digest('base64url');
  }
}
