import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { systemClock } from '../../src/main/clock.ts';
import { Desktop } from '../../src/main/electron/desktop.ts';
import type { Asker } from '../../src/main/electron/line/page-port.ts';
import { Updates } from '../../src/main/electron/updates/updates.ts';
import { profileAt } from '../../src/main/profile/index.ts';
import type { FaceClient } from '../../src/main/web/index.ts';
import type { WindowWord } from '../../src/shared/window-port.ts';
import { firstWord, pagePortOf } from '../support/electron/message-port.ts';
import { StandInAutostart } from '../support/electron/stand-ins/autostart.ts';
import { StandInNotices } from '../support/electron/stand-ins/notices.ts';
import { StandInPower } from '../support/electron/stand-ins/power.ts';
import { StandInProgram } from '../support/electron/stand-ins/program.ts';
import { StandInTray } from '../support/electron/stand-ins/tray.ts';
import { StandInWindow } from '../support/electron/stand-ins/window.ts';
import { hostInProcess } from '../support/host-in-process.ts';
import { openOwner, setUp, smallSources } from '../support/pharmacy-app.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { until } from '../contract/electron/promise.ts';

/** A person's app on a desktop of stand-ins, whose promises tests/contract/electron holds; everything behind them is real. */
class Sitting {
  readonly app = new StandInProgram();
  readonly window = new StandInWindow();
  readonly tray = new StandInTray();
  readonly notices = new StandInNotices();
  readonly power = new StandInPower();
  readonly autostart = new StandInAutostart();
  readonly asked: string[] = [];
  readonly programs: string[] = [];
  readonly installed: string[] = [];
  /** What the person answers to questions. */
  answer = true;
  readonly desktop: Desktop;
  private hearPages: (asker: Asker) => void = () => undefined;

  constructor(folder: string, { isHidden = false } = {}) {
    const { app, window, tray, notices, power, autostart } = this;
    const updates = new Updates({
      source: {
        check: () => Promise.resolve('9.9.9'),
        download: (onPercent) => Promise.resolve(onPercent(50)),
        install: () => this.installed.push('9.9.9'),
      },
      isWorking: () => this.desktop.isWorking,
      clock: systemClock,
    });
    this.desktop = new Desktop({
      faces: {
        app,
        window,
        tray,
        notices,
        power,
        autostart,
        ask: ({ title }) => {
          this.asked.push(title);
          return Promise.resolve(this.answer);
        },
        listenForPages: (hear) => (this.hearPages = hear),
        runProgram: (program, words) => Promise.resolve(this.programs.push([program, ...words].join(' '))),
      },
      owner: { folder, environment: process.env, threads: 1, startHost: hostInProcess(systemClock) },
      clock: systemClock,
      updates,
      isHidden,
      every: () => () => undefined,
    });
  }

  /** The page asks for its line; what it hears first, and how it asks the owner. */
  async page(): Promise<{ word: WindowWord; port: MessagePort; client: FaceClient }> {
    const { port1, port2 } = new MessageChannel();
    const word = firstWord(port2);
    this.hearPages({ frame: { url: 'app://lifeboat/#/', isMain: true }, ports: [pagePortOf(port1)] });
    return { word: await word, port: port2, client: createORPCClient(new RPCLink({ port: port2 })) };
  }

  get sentences(): string[] {
    return this.tray.shownMenu?.map(({ text }) => text) ?? [];
  }

  async end(): Promise<void> {
    this.app.quit();
    // Asked once, held back, and asked again when everything has ended.
    await until(() => this.app.quits >= 2);
  }
}

describe('a person’s app', () => {
  let scratch: Scratch;
  let folder: string;
  const sittings: Sitting[] = [];
  beforeEach(() => {
    scratch = scratchFolder();
    folder = join(scratch.path, 'profile');
  });
  afterEach(async () => {
    for (const sitting of sittings.splice(0)) await sitting.end();
    scratch.remove();
  });

  async function begin(options: { isHidden?: boolean } = {}): Promise<Sitting> {
    const sitting = new Sitting(folder, options);
    sittings.push(sitting);
    await sitting.desktop.run();
    return sitting;
  }

  /** A pharmacy with one source and one place, as its set-up left it. */
  async function setUpNow(): Promise<void> {
    const owner = await openOwner(folder);
    const client = owner.client();
    await setUp(client);
    await client.sources.put({ source: smallSources(scratch.path).scans });
    const path = join(scratch.path, 'copies');
    await client.destinations.add({ destination: { kind: 'folder', id: 'd', name: 'Disk', site: 'on-site', isolation: 'online', path } });
    await owner.close();
  }

  it('opens its window, whose page asks this very process', async () => {
    const sitting = await begin();
    const { window } = sitting;
    expect(window.seen).toEqual(['load app://lifeboat/#/']);
    window.pageComes();
    expect(window.isVisible).toBe(true);
    const { word, client, port } = await sitting.page();
    expect(word).toEqual({ line: 'open' });
    expect(await client.status.get()).toMatchObject({ isSetUp: false, owner: { background: false } });
    port.close();
  });

  it('starts into the tray at sign-in, and another start of a person opens the window', async () => {
    const { window, app } = await begin({ isHidden: true });
    expect(window.seen).toEqual([]);
    app.isStartedAgain({ isHidden: true });
    expect(window.seen).toEqual([]);
    app.isStartedAgain({ isHidden: false });
    expect(window.seen).toEqual(['load app://lifeboat/#/']);
  });

  it('backs up at a choice in the tray, and keeps the PC awake for it', async () => {
    await setUpNow();
    const { tray, power, desktop } = await begin();
    await until(() => tray.shownMenu?.some(({ text, isEnabled }) => text === 'Back up now' && isEnabled) === true);
    const awake: boolean[] = [];
    tray.personChooses('Back up now');
    await until(() => {
      awake.push(power.isKeptAwake);
      return desktop.isWorking || awake.includes(true);
    });
    await until(() => !desktop.isWorking && !power.isKeptAwake);
    expect(awake).toContain(true);
  });

  it('turns starting at sign-in on and off', async () => {
    const { tray, autostart } = await begin();
    tray.personChooses('Start when I sign in');
    await until(() => tray.shownMenu?.find(({ text }) => text.startsWith('Start when'))?.isOn === true);
    expect(await autostart.isOn()).toBe(true);
  });

  it('stays in the tray when its window is closed, asks before it ends, and ends what it owns', async () => {
    const sitting = await begin();
    sitting.window.personCloses();
    expect(sitting.window.isThere).toBe(true);
    sitting.answer = false;
    await until(() => sitting.sentences.some((text) => text.startsWith('Quit: backups stop')));
    sitting.tray.personChooses('Quit');
    await until(() => sitting.asked.length === 1);
    expect(sitting.app.quits).toBe(0);
    sitting.answer = true;
    sitting.tray.personChooses('Quit');
    await until(() => sitting.app.quits === 2);
    sittings.length = 0;
    expect(sitting.tray.isThere).toBe(false);
    const next = await openOwner(folder);
    await next.close();
  });

  it('ends the owner well before the PC goes off', async () => {
    const sitting = await begin();
    expect(sitting.power.isShutDown()).toBe(true);
    await until(() => sitting.power.hasEnded);
    const next = await openOwner(folder);
    await next.close();
  });

  it('says why it does not begin, and ends', async () => {
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    const { app } = await begin();
    expect(app.exitCode).toBe(1);
    expect(app.told[0]).toContain('Lifeboat: ');
    expect(app.told[0]).toContain(folder);
  });

  it('is a face where another process is the owner, and takes its place when that ends; a page learns why it could not', async () => {
    const owner = await openOwner(folder);
    const sitting = await begin();
    const { port } = await sitting.page();
    await until(() => sitting.sentences.some((text) => text.startsWith('Hide this icon')));
    chmodSync(folder, 0o777);
    const left = once(port, 'close');
    await owner.close();
    await left;
    await until(() => sitting.sentences.some((text) => text.includes(folder)));
    const { word } = await sitting.page();
    expect(word).toMatchObject({ line: 'none', problem: { code: 'profile-unsafe', data: { reason: 'writable-by-others' } } });
    chmodSync(folder, 0o700);
    await until(() => sitting.sentences.some((text) => text.startsWith('Quit: backups stop')));
    expect((await sitting.page()).word).toEqual({ line: 'open' });
  });

  it('has the owner say that messages are not shown on this desktop, until one is', async () => {
    await setUpNow();
    const sitting = await begin();
    const { client } = await sitting.page();
    await until(() => sitting.sentences.some((text) => text.startsWith('The vendor is updating')));
    sitting.notices.refuses = 'turned off by policy';
    sitting.tray.personChooses('The vendor is updating today');
    await until(() => sitting.sentences.some((text) => text.startsWith('This PC does not show messages')));
    expect(await client.status.get()).toMatchObject({ deskMessages: { why: 'turned off by policy', since: expect.any(String) } });
    expect(readFileSync(join(profileAt(folder).logs, 'lifeboat.log'), 'utf8')).toContain('message-not-shown');
    sitting.notices.isShown('answer');
    await until(() => !sitting.sentences.some((text) => text.startsWith('This PC does not show messages')));
    expect(await client.status.get()).not.toHaveProperty('deskMessages');
  });

  describe('beside a background owner', () => {
    it('brings it newer versions: looks, fetches and installs as a page asks', async () => {
      const owner = await openOwner(folder, { isBackground: true });
      const { updates } = owner.client();
      expect(await updates.state()).toEqual({ kind: 'not-possible', reason: 'by-window' });
      expect(await updates.install()).toEqual({ installs: false });
      const sitting = await begin();
      const { client } = await sitting.page();
      const state = async (kind: string): Promise<void> => {
        while ((await client.updates.state()).kind !== kind) await pause(10);
      };
      await state('current');
      await client.updates.check();
      await state('available');
      expect(await client.updates.state()).toEqual({ kind: 'available', version: '9.9.9' });
      await client.updates.download();
      await state('ready');
      expect(await client.updates.install()).toEqual({ installs: true });
      await until(() => sitting.installed.length === 1);
      await sitting.end();
      sittings.length = 0;
      while ((await updates.state()).kind !== 'not-possible') await pause(10);
      expect(await updates.state()).toEqual({ kind: 'not-possible', reason: 'by-window' });
      await owner.close();
    });

    it('never becomes the owner, and its end leaves that at work', async () => {
      const owner = await openOwner(folder);
      const { faces, faceKey } = profileAt(folder);
      mkdirSync(faces);
      writeFileSync(faceKey, 'key');
      const sitting = await begin();
      await owner.close();
      await until(() => sitting.sentences.some((text) => text.startsWith('Lifeboat is starting, or not running')));
      const next = await openOwner(folder);
      await until(() => sitting.sentences.some((text) => text.startsWith('Hide this icon')));
      await sitting.end();
      sittings.length = 0;
      expect(await next.client().status.get()).toMatchObject({ isSetUp: false });
      await next.close();
    });
  });
});
