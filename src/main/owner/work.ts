import { userInfo } from 'node:os';
import { isPausedAt } from '../../shared/model/installation.ts';
import type { RepositoryRef } from '../../shared/model/destination.ts';
import { isSetupUnderWay } from '../../shared/model/setup-progress.ts';
import { asLifeboatError } from '../../shared/errors/index.ts';
import { type Api, createApi, noUpdates, type UpdateDesk } from '../api/index.ts';
import { Runs } from '../jobs/index.ts';
import { listFolder } from '../places/index.ts';
import { createMailChannel, createNotifications, type DesktopNotifier, type Notifications, sendHeartbeat } from '../notifications/index.ts';
import { createScheduler, nodeScheduleTicks, type Scheduler, type Ticks } from '../scheduler/index.ts';
import { credentialName } from '../setup/index.ts';
import { assess } from './assess.ts';
import { FollowUps } from './follow-ups.ts';
import { OwnerLoop } from './owner-loop.ts';
import type { Rooms } from './rooms.ts';
import { PlaceLooks } from './place-looks.ts';
import { RelayedUpdates } from './relayed-updates.ts';
import { DeskMessages } from './desk-messages.ts';
import { createServices } from './services.ts';
import { SettingsSeal } from './settings-seal.ts';

export interface WorkOptions {
  ticks?: Ticks;
  /** Where somebody is signed in. */
  desktop?: DesktopNotifier;
  /** Where the program can update itself; of an owner without a window its window does. */
  updates?: UpdateDesk;
  /** Whether this process runs without anybody signed in. */
  isBackground?: boolean;
}

/** What the owner process does with its rooms. */
export interface Work {
  runs: Runs;
  loop: OwnerLoop;
  scheduler: Scheduler;
  settingsSeal: SettingsSeal;
  notifications: Notifications;
  /** Asks whether the pharmacy is protected and tells who has to know. */
  review: () => Promise<void>;
  api: Api;
}

/** Deaths of the engine process in a row after which it counts as not running. */
const ENGINE_STOPPED = 2;

export function createWork(
  rooms: Rooms,
  { ticks = nodeScheduleTicks, desktop, isBackground = false, updates = updatesOf(isBackground) }: WorkOptions,
): Work {
  const { log, store, jobs, vault, changes, kit, supervised, setup, recovery, timers } = rooms;
  const { clock } = jobs;
  const runs = new Runs(jobs);
  const isEngineRunning = (): boolean => supervised.deathsInARow < ENGINE_STOPPED;
  const looks = new PlaceLooks(jobs);
  const assessing = { jobs, vault, isEngineRunning, kitDigest: () => kit.currentDigest() };
  const notifications = tellers(rooms, desktop);
  const review = async (): Promise<void> => {
    const found = await assess(assessing, await looks.look());
    // Somebody who is setting up sees what is still missing.
    if (!isSetupUnderWay(store.setup.get())) notifications.review(found);
    changes.announce('status');
  };
  const followUps = new FollowUps(jobs, runs);
  const settingsSeal = new SettingsSeal({
    isAllowed: () => !isSetupUnderWay(store.setup.get()) && !isPausedAt(store.settings.get()?.pause, clock.now()),
    seal: async () => await followUps.seal(),
  });
  const adopt = async (ref: RepositoryRef): Promise<void> => await recovery.adopt(ref);
  const loop = new OwnerLoop({ jobs, setup, runs, followUps, changes, adopt, review });
  const scheduler = createScheduler({
    store,
    clock,
    ticks,
    onDue: async (due) => await loop.due(due),
    onClockChange: () => changes.announce('status'),
  });
  updates.onChange(() => changes.announce('updates'));
  jobs.events.listen(({ kind }) => changes.announce(kind === 'progress' ? 'progress' : 'runs'));
  const folders = { listDrives: setup.listDrives, within: timers.within };
  const services = {
    jobs,
    setup,
    kit,
    recovery,
    runs,
    loop,
    scheduler,
    settingsSeal,
    sealSoon: () => followUps.sealSoon(),
    changes,
    vault,
    messages: notifications,
    updates,
    deskMessages: new DeskMessages({ clock, log: log('desktop'), changes }),
    listFolder: async (path?: string) => await listFolder(folders, path),
  };
  const assessNow = async () => await assess(assessing, await looks.recent());
  const owner = { account: userInfo().username, background: isBackground };
  const api = createApi(createServices({ ...services, ...owner, assess: assessNow, review }));
  return { runs, loop, scheduler, settingsSeal, notifications, review, api };
}

function updatesOf(isBackground: boolean): UpdateDesk {
  return isBackground ? new RelayedUpdates() : noUpdates({ kind: 'not-possible', reason: 'not-installed' });
}

function tellers({ log, store, vault, jobs: { clock } }: Rooms, desktop: DesktopNotifier | undefined): Notifications {
  const mail = createMailChannel({
    settings: () => store.settings.get()?.mail,
    password: async () => await vault.get(credentialName.ofMail),
    clock,
  });
  return createNotifications({
    store,
    clock,
    mail,
    desktop,
    heartbeat: async (address) => await sendHeartbeat(address),
    onFailure: (what, error) => log('notifications').warn('not-sent', { what, code: asLifeboatError(error).code }),
  });
}
