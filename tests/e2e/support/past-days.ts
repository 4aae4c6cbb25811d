import type { OpenedApp } from '../../../src/main/app.ts';
import { systemClock } from '../../../src/main/clock.ts';
import type { Clock } from '../../../src/shared/model/clock.ts';
import { hostInProcess } from '../../support/host-in-process.ts';
import { ended, openOwner } from '../../support/pharmacy-app.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Days that went by before a test begins: the real app in this process, by a clock that is set back. */
export class PastDays {
  private readonly app: OpenedApp;
  private readonly set: (behind: number) => void;

  private constructor(app: OpenedApp, set: (behind: number) => void) {
    this.app = app;
    this.set = set;
  }

  /** Opens a profile that many days ago. */
  static async open(profile: string, days: number): Promise<PastDays> {
    let behind = days * DAY;
    // Time passes by both clocks, or the app would take a day for a jump of one of them.
    // And the PC has been on for longer than it will be for the next owner: in between it was restarted.
    const passed = (): number => (days + 1) * DAY - behind;
    const clock: Clock = { now: () => new Date(Date.now() - behind), uptime: () => systemClock.uptime() + passed() };
    const app = await openOwner(profile, { clock, startHost: hostInProcess(clock) });
    return new PastDays(app, (ago) => {
      behind = ago * DAY;
    });
  }

  get client() {
    return this.app.client();
  }

  /** Goes to that many days ago, never back in time. */
  goTo(days: number): void {
    this.set(days);
  }

  /** Backs everything up and waits until all that follows is done. */
  async backUp(): Promise<void> {
    const { run } = await this.client.runs.start({});
    await ended(this.client, run);
    await this.app.settled();
  }

  /** Trial restores of the newest of everything. */
  async prove(): Promise<void> {
    const { run } = await this.client.runs.prove({});
    await ended(this.client, run);
    await this.app.settled();
  }

  async close(): Promise<void> {
    await this.app.close();
  }
}
