import { describe, expect, it } from '@jest/globals';
import { CloseDay } from '../../../../../src/main/electron/day/close-day.ts';
import { shutDown, shutDownCommand } from '../../../../../src/main/electron/day/shut-down.ts';
import type { FaceClient } from '../../../../../src/main/web/index.ts';
import type { JobStatus } from '../../../../../src/shared/model/run.ts';
import { trayTexts } from '../../../../../src/shared/text/index.ts';

/** A day on which a backup ends as said; waits are over when the test says so. */
function day({ status = 'completed', permits = true, answers = true }: { status?: JobStatus; permits?: boolean; answers?: boolean } = {}) {
  const told: { title: string; place: string | undefined }[] = [];
  const waits: { milliseconds: number; go: () => void }[] = [];
  let isEnded = false;
  let shutDowns = 0;
  const run = () => ({ id: '7', trigger: 'manual', dueAt: '', status, ...(isEnded && { endedAt: 'now' }) });
  const client = {
    runs: {
      start: () => Promise.resolve({ run: '7' }),
      get: () => (answers ? Promise.resolve({ run: run() }) : Promise.reject(new Error('gone'))),
    },
  } as unknown as FaceClient;
  const closing = new CloseDay({
    client: () => client,
    texts: () => trayTexts('en').day,
    tell: ({ title }, place) => told.push({ title, place }),
    shutDown: () => {
      shutDowns += 1;
      return Promise.resolve(permits);
    },
    wait: async (milliseconds) => await new Promise((resolve) => waits.push({ milliseconds, go: resolve })),
    onChange: () => undefined,
  });
  const settle = async (): Promise<void> => await new Promise((resolve) => setImmediate(resolve));
  /** Lets the newest wait be over; says how long it was. */
  const goOn = async (): Promise<number> => {
    await settle();
    const next = waits.shift();
    next?.go();
    await settle();
    return next?.milliseconds ?? 0;
  };
  return { closing, told, goOn, settle, end: () => (isEnded = true), shutDowns: () => shutDowns };
}

describe('closing the day', () => {
  it('backs up, waits for all copies, counts down, and shuts down', async () => {
    const { closing, told, goOn, end, shutDowns, settle } = day();
    const done = closing.begin();
    await settle();
    expect(closing.state).toEqual({ kind: 'backing-up' });
    await goOn();
    expect(closing.state.kind).toBe('backing-up');
    end();
    await goOn();
    expect(closing.state.kind).toBe('ending');
    expect(shutDowns()).toBe(0);
    expect(await goOn()).toBe(60_000);
    await done;
    expect(shutDowns()).toBe(1);
    expect(told.map(({ title }) => title)).toEqual(['Closing the day', 'Backed up: this PC shuts down in 60 seconds']);
  });

  it.each([
    ['failed', 'Not shut down: the backup failed'],
    ['interrupted', 'Not shut down: the backup failed'],
    ['skipped', 'Not shut down: nothing was backed up'],
  ] as const)('keeps the PC on when the run %s, says so, and leads to the run', async (status, title) => {
    const { closing, told, end, shutDowns } = day({ status });
    end();
    await closing.begin();
    expect(shutDowns()).toBe(0);
    expect(closing.state.kind).toBe('idle');
    expect(told.at(-1)).toEqual({ title, place: '/runs/7' });
  });

  it('says that there were warnings before it shuts down', async () => {
    const { closing, told, end, goOn } = day({ status: 'completed-with-warnings' });
    end();
    const done = closing.begin();
    await goOn();
    await done;
    expect(told.at(-1)?.title).toContain('with warnings');
  });

  it('can be called off while it backs up, and in the countdown', async () => {
    const early = day();
    const first = early.closing.begin();
    await early.settle();
    early.closing.keepOn();
    early.end();
    await early.goOn();
    await first;
    expect(early.shutDowns()).toBe(0);
    expect(early.told.at(-1)?.title).toBe('The PC stays on');

    const late = day();
    late.end();
    const second = late.closing.begin();
    await late.settle();
    expect(late.closing.state.kind).toBe('ending');
    late.closing.keepOn();
    await late.goOn();
    await second;
    expect(late.shutDowns()).toBe(0);
    expect(late.closing.state.kind).toBe('idle');
  });

  it('begins once, however often it is chosen', async () => {
    const { closing, told, end, goOn } = day();
    end();
    const first = closing.begin();
    await closing.begin();
    await goOn();
    await first;
    expect(told.filter(({ title }) => title === 'Closing the day')).toHaveLength(1);
  });

  it('keeps the PC on when nobody answers any more', async () => {
    const { closing, told, goOn } = day({ answers: false });
    const done = closing.begin();
    for (let look = 0; look < 61; look++) await goOn();
    await done;
    expect(told.at(-1)?.title).toBe('Not shut down: Lifeboat stopped answering');
  });

  it('says when this account may not shut the PC down', async () => {
    const { closing, told, end, goOn } = day({ permits: false });
    end();
    const done = closing.begin();
    await goOn();
    await done;
    expect(told.at(-1)?.title).toBe('Backed up, but not shut down');
    expect(closing.state.kind).toBe('idle');
  });
});

describe('shutting down', () => {
  it.each([
    ['win32', 'shutdown.exe /s /t 0 /d p:0:0'],
    ['linux', 'systemctl poweroff'],
    ['darwin', 'osascript -e tell application "System Events" to shut down'],
  ] as const)('asks %s in its own way', (platform, line) => {
    const { program, words } = shutDownCommand(platform);
    expect([program, ...words].join(' ')).toBe(line);
  });

  it('tells a refusal from a success', async () => {
    expect(await shutDown(() => Promise.resolve(), 'linux')).toBe(true);
    expect(await shutDown(() => Promise.reject(new Error('Access denied')), 'linux')).toBe(false);
  });
});
