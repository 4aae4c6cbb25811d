import { fileURLToPath } from 'node:url';
import type { OpenedApp } from '../../../src/main/app.ts';
import type { Clock } from '../../../src/shared/model/clock.ts';
import { hostInProcess } from '../../support/host-in-process.ts';
import { ended, openOwner } from '../../support/pharmacy-app.ts';
import { rememberServed } from './ways.ts';

/** The built page, for an app that runs in the test's own process. */
export const BUILT_PAGE = fileURLToPath(new URL('../../../dist/renderer', import.meta.url));
const MINUTE = 60 * 1000;

/** The real app in this process, with the built page, by a clock that can be put forward as if time had passed. */
export class AppAhead {
  /** Signs whoever opens it first in. */
  readonly link: string;
  private readonly app: OpenedApp;
  private readonly pass: (minutes: number) => void;

  private constructor(app: OpenedApp, link: string, pass: (minutes: number) => void) {
    this.app = app;
    this.link = link;
    this.pass = pass;
  }

  static async open(profile: string): Promise<AppAhead> {
    let ahead = 0;
    const clock: Clock = { now: () => new Date(Date.now() + ahead), uptime: () => performance.now() + ahead };
    const app = await openOwner(profile, { clock, startHost: hostInProcess(clock), pageFolder: BUILT_PAGE });
    const web = await app.serve({ port: 0 });
    const link = web.newLink();
    rememberServed(link, profile);
    return new AppAhead(app, link, (minutes) => {
      ahead += minutes * MINUTE;
    });
  }

  get client() {
    return this.app.client();
  }

  /** So many minutes go by; what a look at the pharmacy would find then is found by the next backup. */
  goOn(minutes: number): void {
    this.pass(minutes);
  }

  /** Backs everything up and waits until all that follows is done. */
  async backUp(): Promise<void> {
    const { run } = await this.client.runs.start({});
    await ended(this.client, run);
    await this.app.settled();
  }

  async close(): Promise<void> {
    await this.app.close();
  }
}
