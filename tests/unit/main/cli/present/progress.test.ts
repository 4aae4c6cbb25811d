import { describe, expect, test } from '@jest/globals';
import { ProgressMeter } from '../../../../../src/main/cli/present/progress-meter.ts';
import { statusObject } from '../../../../../src/main/cli/present/status-json.ts';
import { statusText } from '../../../../../src/main/cli/present/status-text.ts';
import { displayWidth } from '../../../../../src/main/cli/terminal/width.ts';
import { cliTexts, waitingSentence } from '../../../../../src/shared/text/index.ts';
import { ManualTime } from '../../../../support/manual-time.ts';

const MIB = 1024 ** 2;
const texts = cliTexts('en').progress;

/** A backup of 100 MiB, of which `seconds` have passed at 2 MiB a second. */
function meterAfter(seconds: number): ProgressMeter {
  const time = new ManualTime();
  const meter = new ProgressMeter(time);
  meter.take({ kind: 'phase', phase: 'reading' });
  meter.take({ kind: 'total', files: 1000, bytes: 100 * MIB });
  for (let second = 1; second <= seconds; second++) {
    time.sleep(1000);
    meter.take({ kind: 'done', files: second * 10, bytes: second * 2 * MIB });
    meter.take({ kind: 'current', path: `/srv/pharmacy/scans/2026/${second}.png` });
  }
  return meter;
}

describe('figures of running work', () => {
  test('share, rate and time left come from what is done and the time it took', () => {
    expect(meterAfter(10).figures()).toEqual({
      phase: 'reading',
      elapsed: 10_000,
      filesDone: 100,
      bytesDone: 20 * MIB,
      totalFiles: 1000,
      totalBytes: 100 * MIB,
      share: 0.2,
      rate: 2 * MIB,
      remaining: 40_000,
      current: '/srv/pharmacy/scans/2026/10.png',
      waiting: undefined,
    });
  });

  test('the rate follows a change and falls while nothing comes', () => {
    const time = new ManualTime();
    const meter = new ProgressMeter(time);
    for (let second = 1; second <= 60; second++) {
      time.sleep(1000);
      meter.take({ kind: 'done', files: 1, bytes: (second <= 30 ? second * 10 : 300 + (second - 30)) * MIB });
    }
    expect(meter.figures().rate).toBeCloseTo(MIB, -3);
    time.sleep(15_000);
    expect(meter.figures().rate).toBeLessThan(0.6 * MIB);
  });

  test('nothing is said of a rate in the first second, nor of time left without a total', () => {
    const time = new ManualTime();
    const meter = new ProgressMeter(time);
    time.sleep(500);
    meter.take({ kind: 'done', files: 1, bytes: MIB });
    expect(meter.figures()).toMatchObject({ rate: undefined, remaining: undefined, share: undefined });
    time.sleep(1500);
    expect(meter.figures()).toMatchObject({ rate: MIB / 2, remaining: undefined });
  });

  test('a look ahead that saw less than is done is not believed', () => {
    const meter = new ProgressMeter(new ManualTime());
    meter.take({ kind: 'total', files: 10, bytes: 100 });
    meter.take({ kind: 'done', files: 11, bytes: 90 });
    expect(meter.figures()).toMatchObject({ share: undefined, totalBytes: undefined, remaining: undefined });
    meter.take({ kind: 'total', files: 20, bytes: 180 });
    expect(meter.figures()).toMatchObject({ share: 0.5, totalFiles: 20 });
  });

  test('a step counts from zero; files count where there are no bytes; finishing keeps what was done', () => {
    const meter = meterAfter(5);
    meter.take({ kind: 'phase', phase: 'finishing' });
    expect(meter.figures()).toMatchObject({ phase: 'finishing', filesDone: 50, share: 0.1, current: undefined });
    meter.take({ kind: 'phase', phase: 'deleting' });
    expect(meter.figures()).toMatchObject({ filesDone: 0, bytesDone: 0, share: undefined });
    meter.take({ kind: 'total', files: 4, bytes: 0 });
    meter.take({ kind: 'done', files: 1, bytes: 0 });
    expect(meter.figures()).toMatchObject({ share: 0.25, remaining: undefined });
  });
});

test('a place that is waited for is told as long as that lasts, counting down', () => {
  const time = new ManualTime();
  const meter = new ProgressMeter(time);
  meter.take({ kind: 'waiting', code: 'place-unreachable', seconds: 8 });
  time.sleep(2500);
  expect(meter.figures().waiting).toEqual({ kind: 'waiting', code: 'place-unreachable', seconds: 6 });
  time.sleep(5500);
  expect(meter.figures().waiting).toBeUndefined();
});

describe('the status line', () => {
  const figures = meterAfter(10).figures();

  test('says it all where there is room', () => {
    expect(statusText(figures, texts, { columns: 140 })).toBe(
      '[0:10]  20%  Backing up  100 files  20.0 MiB of 100 MiB  2.00 MiB/s  0:40 left  /srv/pharmacy/scans/2026/10.png',
    );
  });

  test('cuts the path at its beginning, then leaves out what matters least', () => {
    expect(statusText(figures, texts, { columns: 100 })).toBe(
      '[0:10]  20%  Backing up  100 files  20.0 MiB of 100 MiB  2.00 MiB/s  0:40 left  …y/scans/2026/10.png',
    );
    expect(statusText(figures, texts, { columns: 60 })).toBe('[0:10]  20%  Backing up  100 files  20.0 MiB of 100 MiB');
    expect(statusText(figures, texts, { columns: 10 })).toBe('[0:10]');
    expect(statusText(figures, texts, { columns: 3 })).toBe('[0…');
  });

  test('never takes more columns than there are, whatever the path is called', () => {
    const odd = { ...figures, current: '/srv/日本語/\u001b[2J\n/caf\udce9/😀😀😀😀😀😀😀😀😀' };
    for (let columns = 0; columns < 140; columns++) {
      const text = statusText(odd, texts, { columns });
      expect(displayWidth(text)).toBeLessThanOrEqual(columns);
      expect(text).not.toMatch(/\p{Cc}/u);
    }
  });

  test('says first why nothing moves', () => {
    const waiting = waitingSentence({ kind: 'waiting', code: 'place-unreachable', seconds: 8 }, 'en');
    expect(statusText(figures, texts, { columns: 80, waiting })).toBe(
      '[0:10]  The place does not answer, trying again in 8 s.  20%  Backing up',
    );
  });

  test('counts what the step counts', () => {
    expect(statusText({ ...figures, phase: 'checking-data', current: undefined }, texts, { columns: 140 })).toContain('100 data files');
  });
});

test('JSON status has restic’s names; what is not known is missing', () => {
  expect(JSON.parse(JSON.stringify(statusObject(meterAfter(10).figures())))).toEqual({
    message_type: 'status',
    phase: 'reading',
    seconds_elapsed: 10,
    seconds_remaining: 40,
    percent_done: 0.2,
    total_files: 1000,
    files_done: 100,
    total_bytes: 100 * MIB,
    bytes_done: 20 * MIB,
    current_files: ['/srv/pharmacy/scans/2026/10.png'],
  });
  const nothing = new ProgressMeter(new ManualTime()).figures();
  expect(Object.keys(JSON.parse(JSON.stringify(statusObject(nothing))) as object)).toEqual([
    'message_type',
    'seconds_elapsed',
    'files_done',
    'bytes_done',
  ]);
});
