import type { ConnectedFace, FaceClient } from '../../../src/main/web/index.ts';
import { PageOnTest } from './browser.ts';
import { CornerPharmacy } from './corner-pharmacy.ts';
import { faceOf } from './face-of.ts';
import { PastDays } from './past-days.ts';
import { ServedApp } from './served-app.ts';

/** What went on before a test begins. */
export interface Past {
  /** So many days ago it was set up. */
  days: number;
  work: (past: PastDays, pharmacy: CornerPharmacy) => Promise<void>;
}

/** A pharmacy that was set up and is served, a terminal beside it, and a browser that looks at it. */
export class ServedPharmacy {
  readonly pharmacy: CornerPharmacy;
  app: ServedApp;
  readonly face: ConnectedFace;
  readonly on: PageOnTest;

  private constructor(pharmacy: CornerPharmacy, app: ServedApp, face: ConnectedFace, on: PageOnTest) {
    this.pharmacy = pharmacy;
    this.app = app;
    this.face = face;
    this.on = on;
  }

  /** As somebody has just set it up, or after some days of work. */
  static async open(past?: Past): Promise<ServedPharmacy> {
    const pharmacy = new CornerPharmacy();
    if (past) await live(pharmacy, past);
    const app = await ServedApp.start({ profile: pharmacy.profile });
    const face = await faceOf(pharmacy.profile);
    if (past === undefined) await pharmacy.setUp(face.client);
    return new ServedPharmacy(pharmacy, app, face, await PageOnTest.open(app.link));
  }

  get client(): FaceClient {
    return this.face.client;
  }

  get page(): PageOnTest['page'] {
    return this.on.page;
  }

  /** Goes to an address of the page, such as `/runs`; to one that begins with `heading`, if it is named. */
  async go(address: string, heading?: string | RegExp): Promise<void> {
    await this.page.goto(`http://127.0.0.1:${this.app.port}/#${address}`);
    if (heading !== undefined) await this.heading(heading);
  }

  /** Until a screen's title says so. */
  async heading(name: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  async close(): Promise<void> {
    await this.on.close();
    this.face.close();
    await this.app.stop();
    this.pharmacy.remove();
  }
}

async function live(pharmacy: CornerPharmacy, { days, work }: Past): Promise<void> {
  const past = await PastDays.open(pharmacy.profile, days);
  await pharmacy.setUp(past.client);
  await work(past, pharmacy);
  await past.close();
}
