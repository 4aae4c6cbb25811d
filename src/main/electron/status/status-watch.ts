import type { Installation } from '../installation/installation.ts';
import type { FaceClient } from '../../web/index.ts';
import type { Seen } from './seen.ts';

/** Milliseconds in which several changes are looked at once. */
const CALM = 300;
/** Milliseconds after which is looked again although nothing was told: times run out by themselves. */
const AT_LEAST = 60_000;

export interface StatusWatchNeeds {
  installation: Pick<Installation, 'client' | 'onChange'>;
  look: (client: FaceClient) => Promise<Seen>;
  wait: (milliseconds: number) => Promise<void>;
}

/** What the desktop shows, kept up to date for as long as somebody answers. */
export class StatusWatch {
  private readonly needs: StatusWatchNeeds;
  private readonly listeners = new Set<(seen: Seen | undefined) => void>();
  private seen: Seen | undefined;
  private isClosed = false;

  constructor(needs: StatusWatchNeeds) {
    this.needs = needs;
    needs.installation.onChange(() => void this.follow());
  }

  /** Undefined while nobody answers. */
  get now(): Seen | undefined {
    return this.seen;
  }

  onChange(hear: (seen: Seen | undefined) => void): void {
    this.listeners.add(hear);
  }

  close(): void {
    this.isClosed = true;
  }

  /** Looks, and again at each change, until somebody else has to be asked. */
  private async follow(): Promise<void> {
    const { client } = this.needs.installation;
    if (client === undefined) return this.show(undefined);
    const isMine = (): boolean => !this.isClosed && this.needs.installation.client === client;
    try {
      const changes = await client.status.changes();
      let next = changes.next();
      while (isMine()) {
        const seen = await this.needs.look(client);
        if (!isMine()) break;
        this.show(seen);
        const change = await Promise.race([next, this.needs.wait(AT_LEAST)]);
        if (change?.done === true) break;
        if (change !== undefined) next = changes.next();
        await this.needs.wait(CALM);
      }
      next.catch(() => undefined);
      void changes.return?.().catch(() => undefined);
    } catch {
      // The line broke; whoever is there next is followed anew.
      if (isMine()) this.show(undefined);
    }
  }

  private show(seen: Seen | undefined): void {
    this.seen = seen;
    for (const hear of this.listeners) hear(seen);
  }
}
