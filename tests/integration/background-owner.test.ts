import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { pipeToOwner } from '../../src/main/electron/line/pipe-to-owner.ts';
import { installationOf } from '../../src/main/electron/profile-reach.ts';
import { lookAt, type Seen } from '../../src/main/electron/status/seen.ts';
import { StatusWatch } from '../../src/main/electron/status/status-watch.ts';
import { profileAt } from '../../src/main/profile/index.ts';
import { systemClock } from '../../src/main/clock.ts';
import { connectFace, type FaceClient, openFaceSocket } from '../../src/main/web/index.ts';
import { BackgroundProcess } from '../support/electron/background-process.ts';
import { firstWord, pagePortOf } from '../support/electron/message-port.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

/** As the installer leaves a profile: with the key that a face shows. */
function installed(folder: string): void {
  mkdirSync(profileAt(folder).faces, { recursive: true });
  writeFileSync(profileAt(folder).faceKey, 'the key of this installation');
}

/** Waits for what comes about by itself; the test's own time limit ends what does not. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(20);
}

describe('an owner without a window', () => {
  let scratch: Scratch;
  let folder: string;
  let owner: BackgroundProcess;
  const closes: (() => Promise<void> | void)[] = [];
  beforeEach(async () => {
    scratch = scratchFolder();
    folder = join(scratch.path, 'profile');
    mkdirSync(folder, { mode: 0o700 });
    installed(folder);
    owner = await BackgroundProcess.start(folder);
  });
  afterEach(async () => {
    for (const close of closes.splice(0)) await close();
    await owner.kill();
    scratch.remove();
  });

  /** The tray's side of a person's app, as it runs in Electron. */
  async function tray(): Promise<{ role: () => string; shows: (what: (seen: Seen | undefined) => boolean) => Promise<Seen | undefined> }> {
    const installation = installationOf({ folder, clock: systemClock, environment: process.env });
    const status = new StatusWatch({
      installation,
      look: async (client) => await lookAt(client, ['en'], 'UTC'),
      wait: async (milliseconds) => await pause(Math.min(milliseconds, 100), undefined, { ref: false }),
    });
    closes.push(async () => {
      status.close();
      await installation.close();
    });
    await installation.begin();
    return {
      role: () => installation.role,
      shows: async (what) => {
        while (!what(status.now)) await pause(20);
        return status.now;
      },
    };
  }

  /** A page that asks for a line again whenever it has ended, as the real one does. */
  async function page(): Promise<{ port: MessagePort; client: FaceClient }> {
    for (;;) {
      const { port1, port2 } = new MessageChannel();
      const gone = once(port2, 'close').then(() => undefined);
      const word = firstWord(port2);
      await pipeToOwner(pagePortOf(port1), { open: async () => await openFaceSocket(profileAt(folder)), problemNow: () => undefined });
      if ((await word).line === 'none') {
        await pause(50);
        continue;
      }
      const client: FaceClient = createORPCClient(new RPCLink({ port: port2 }));
      const found = await Promise.race([client.status.get().catch(() => undefined), gone]);
      if (found !== undefined) {
        closes.push(() => port2.close());
        return { port: port2, client };
      }
      await pause(50);
    }
  }

  it('says that it runs without anybody signed in; window and browser are faces of it', async () => {
    const window = await tray();
    expect(window.role()).toBe('face');
    expect((await window.shows((seen) => seen !== undefined))?.status.owner).toMatchObject({ background: true });
    const { client } = await page();
    await client.status.pause({ until: '2099-01-01T00:00:00Z' });
    expect((await window.shows((seen) => seen?.status.pause !== undefined))?.status.pause?.until).toBe('2099-01-01T00:00:00Z');
    const browser = await owner.browser();
    expect(await browser.status.get()).toMatchObject({ pause: { until: '2099-01-01T00:00:00Z' } });
  });

  it('is followed by its faces when it is restarted under them; none of them takes its place', async () => {
    const window = await tray();
    const first = await page();
    await window.shows((seen) => seen !== undefined);
    const left = once(first.port, 'close');
    await owner.kill();
    await left;
    await window.shows((seen) => seen === undefined);
    await until(() => window.role() === 'searching');
    owner = await BackgroundProcess.start(folder);
    await window.shows((seen) => seen !== undefined);
    expect(window.role()).toBe('face');
    expect(await (await page()).client.status.get()).toMatchObject({ isSetUp: false });
  });

  it('lets nobody in who cannot show its key', async () => {
    const stranger = { ...profileAt(folder), faceKey: join(scratch.path, 'none') };
    expect(await connectFace(stranger)).toBeUndefined();
    writeFileSync(join(scratch.path, 'guess'), 'a guess');
    expect(await connectFace({ ...profileAt(folder), faceKey: join(scratch.path, 'guess') })).toBeUndefined();
    const known = await connectFace(profileAt(folder));
    expect(known).toBeDefined();
    known?.close();
  });

  it('is one: a second start of it finds that there is nothing to do', async () => {
    expect(await BackgroundProcess.outcome(folder)).toBe('owned-already');
  });

  it('ends well when its key is taken away', async () => {
    rmSync(profileAt(folder).faces, { recursive: true });
    expect(await owner.ended).toBe('removed');
    const log = readFileSync(join(profileAt(folder).logs, 'lifeboat.log'), 'utf8');
    expect(log).toContain('"started"');
  });

  it('parks and ends when it is told to, and leaves the profile to the next', async () => {
    await owner.end();
    owner = await BackgroundProcess.start(folder);
    const window = await tray();
    expect(window.role()).toBe('face');
  });
});
