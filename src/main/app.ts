import { createRouterClient } from '@orpc/server';
import { asLifeboatError } from '../shared/errors/index.ts';
import { PERMISSIONS } from '../shared/model/person.ts';
import type { ApiContext } from './api/index.ts';
import { removeUnfinished } from './jobs/index.ts';
import { createRooms, type RoomOptions, type Rooms } from './owner/rooms.ts';
import { checkAfterUpdate } from './owner/self-check.ts';
import { SEAL_LOOKS_EVERY } from './owner/settings-seal.ts';
import { createWork, type Work, type WorkOptions } from './owner/work.ts';
import { openProfile, type Profile } from './profile/index.ts';
import { FACT_FLAGS } from './protection/index.ts';
import type { Scheduler } from './scheduler/index.ts';
import { type Ownership, takeOwnership } from './store/index.ts';
import { createServeFace, type FaceClient, LocalSocket, readFaceKey, WebServer } from './web/index.ts';

export interface AppOptions extends RoomOptions, WorkOptions {
  /** The profile's folder. */
  folder: string;
  /** The built page, for browsers. */
  pageFolder?: string;
}

/** The owner process of an installation: it owns scheduling, jobs, store and vault; everything else is a face of it. */
export interface OpenedApp {
  /** Asks as the account's own person would, without a socket. */
  client(): FaceClient;
  /** Begins to back up on time. */
  start(): Promise<void>;
  readonly scheduler: Scheduler;
  /** Begins to serve browser pages of this machine; without a port at that of last time, where it is free. 0: any that is free. */
  serve(options?: { port?: number | undefined }): Promise<WebServer>;
  /** Stops what runs, since the PC goes to sleep or off; the next look of the scheduler makes up for it. */
  park(): Promise<void>;
  /** Resolves when nothing is being done. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds between two looks at whether the pharmacy is protected: reasons must hold for two, and the heartbeat shows that somebody looks. */
const REVIEW_EVERY = 5 * 60 * 1000;
/** Milliseconds after which what is known of open browser pages is kept anew, should this process be killed. */
const KEEP_PAGES_EVERY = 5 * 60 * 1000;
/** Whoever the operating system lets into this account is its owner. */
const OWNER: ApiContext = { person: undefined, may: (permission) => PERMISSIONS.includes(permission) };

/** Becomes the owner of a profile and composes the app; undefined if another process owns it. */
export async function openApp(options: AppOptions): Promise<OpenedApp | undefined> {
  const profile = await openProfile(options.folder);
  const ownership = takeOwnership(profile);
  if (ownership === undefined) return undefined;
  try {
    const rooms = await createRooms(options, profile);
    // An owner in a person's own account needs no key; the socket is that account's.
    const faceKey = options.isBackground === true ? await readFaceKey(profile.faceKey) : undefined;
    const app = new App(options, profile, ownership, rooms, faceKey);
    await app.listen();
    return app;
  } catch (error) {
    ownership.release();
    throw error;
  }
}

class App implements OpenedApp {
  private readonly options: AppOptions;
  private readonly profile: Profile;
  private readonly ownership: Ownership;
  private readonly rooms: Rooms;
  private readonly work: Work;
  private readonly serveFace: ReturnType<typeof createServeFace>;
  private readonly socket: LocalSocket;
  private web: WebServer | undefined;
  private stops: (() => void)[] = [];

  constructor(options: AppOptions, profile: Profile, ownership: Ownership, rooms: Rooms, faceKey: string | undefined) {
    this.options = options;
    this.profile = profile;
    this.ownership = ownership;
    this.rooms = rooms;
    this.work = createWork(rooms, options);
    this.serveFace = createServeFace(this.work.api);
    this.socket = new LocalSocket(profile.socket, this.serveFace, faceKey);
  }

  get scheduler(): Scheduler {
    return this.work.scheduler;
  }

  async listen(): Promise<void> {
    await this.socket.listen();
  }

  client(): FaceClient {
    return createRouterClient(this.work.api, { context: OWNER });
  }

  async start(): Promise<void> {
    const { jobs, timers } = this.rooms;
    const { loop, scheduler, settingsSeal, review } = this.work;
    this.stops.push(jobs.places.watch((change) => loop.diskChanged(change, () => void scheduler.look('device-attached'))));
    await scheduler.start();
    this.stops.push(timers.every(REVIEW_EVERY, () => void review().catch(() => undefined)));
    this.stops.push(timers.every(SEAL_LOOKS_EVERY, () => loop.follow(settingsSeal.look())));
    loop.follow(this.putInOrder());
  }

  /** What a start does besides: no backup waits for it, however long a place takes to answer. */
  private async putInOrder(): Promise<void> {
    const { jobs, store, scratch } = this.rooms;
    store.tidy(jobs.clock.now());
    await removeUnfinished(jobs);
    this.work.loop.follow(this.work.loop.goOn());
    // The scheduler has looked at the clock by now: after a jump nothing is deleted.
    if (store.notes.flag(FACT_FLAGS.clockTrusted) !== 'false') await scratch.sweepKept();
    if (!(await checkAfterUpdate(jobs, this.work.runs))) await this.work.review();
  }

  async serve({ port }: { port?: number | undefined } = {}): Promise<WebServer> {
    const { clock, pageFolder = '' } = this.options;
    const { jobs, log, timers } = this.rooms;
    const { folder, pages: memory } = this.profile;
    const web = new WebServer({
      serveFace: this.serveFace,
      context: OWNER,
      folder: pageFolder,
      clock,
      port,
      belongsTo: `${jobs.installation}\n${folder}`,
      memory,
      onForgetful: (error) => log('web').warn('pages-not-kept', { code: asLifeboatError(error).code }),
    });
    this.web = web;
    await web.listen();
    this.stops.push(timers.every(KEEP_PAGES_EVERY, () => web.keepOpen()));
    return web;
  }

  async park(): Promise<void> {
    await this.work.runs.park();
  }

  async settled(): Promise<void> {
    await this.work.loop.settled();
    await this.work.notifications.settled();
  }

  async close(): Promise<void> {
    for (const stop of this.stops.splice(0)) stop();
    this.scheduler.close();
    await this.web?.close();
    await this.socket.close();
    await this.work.runs.close();
    await this.settled();
    await this.rooms.jobs.host.close();
    this.rooms.store.close();
    this.rooms.log.close();
    this.ownership.release();
  }
}
