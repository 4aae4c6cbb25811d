import { randomFillSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatBytes } from '../src/shared/format/index.ts';
import { CornerPharmacy } from '../tests/e2e/support/corner-pharmacy.ts';
import { PastDays } from '../tests/e2e/support/past-days.ts';
import { startKeyringSession } from '../tests/support/keyring-session.ts';
import { measureAtWork } from './page/at-work.ts';
import { firstPaint, type FirstPaint } from './page/first-paint.ts';
import { unpackedApp } from './page/packed-app.ts';
import { median } from './summary.ts';

export interface PageOptions {
  /** Bytes to back up while somebody types. */
  size: number;
  runs: number;
  scratch: string;
}

const DAYS = 6;
const DAY = 24 * 60 * 60 * 1000;
const FILE = 16 * 1024 * 1024;

/** How soon Home is on the screen, whether typing waits for a backup, and what the page's memory does; of the packed app, in Chromium. */
export async function measurePage({ size, runs, scratch }: PageOptions, say: (text: string) => void): Promise<void> {
  const program = await unpackedApp(scratch);
  const keyring = await startKeyringSession('unlocked');
  Object.assign(process.env, keyring.environment);
  const pharmacy = new CornerPharmacy();
  try {
    await liveThrough(pharmacy);
    const paints: FirstPaint[] = [];
    for (let run = 0; run < runs; run++) paints.push(await firstPaint(program, pharmacy.profile));
    sayPaints(paints, say);
    const data = join(scratch, 'data');
    makeData(data, size);
    const { typing, seconds, memory } = await measureAtWork({ program, profile: pharmacy.profile, data, scratch });
    say(`Typing during a backup of ${formatBytes(size)} (${seconds.toFixed(1)} s), from key to paint:`);
    say(`  ${typing.keys} keys, 95 in 100 within ${typing.percentile95.toFixed(0)} ms, the longest ${typing.longest.toFixed(0)} ms`);
    say(`Memory of the page over ${memory.messages} messages of progress:`);
    say(`  ${formatBytes(memory.before)} before, ${formatBytes(memory.after)} after`);
  } finally {
    pharmacy.remove();
    await keyring.end();
  }
}

/** Some days of work, so that Home has something to say. */
async function liveThrough(pharmacy: CornerPharmacy): Promise<void> {
  const past = await PastDays.open(pharmacy.profile, DAYS);
  await pharmacy.setUp(past.client);
  for (let ago = DAYS; ago > 0; ago--) {
    past.goTo(ago);
    pharmacy.work(new Date(Date.now() - ago * DAY));
    await past.backUp();
  }
  await past.close();
}

function sayPaints(paints: readonly FirstPaint[], say: (text: string) => void): void {
  const of = (pick: (paint: FirstPaint) => number | undefined): string => {
    const found = paints.map((paint) => pick(paint) ?? Number.NaN);
    return `${median(found).toFixed(0)} ms (${Math.min(...found).toFixed(0)} to ${Math.max(...found).toFixed(0)})`;
  };
  say(`Home on the screen, medians of ${paints.length} (fastest to slowest):`);
  say(`  the program's start, until it serves   ${of(({ start }) => start)}`);
  say(`  cold: the answer                       ${of(({ cold }) => cold['answer'])}`);
  say(`  cold: all of it                        ${of(({ cold }) => cold['whole'])}`);
  say(`  loaded again: the answer               ${of(({ warm }) => warm['answer'])}`);
  say(`  loaded again: all of it                ${of(({ warm }) => warm['whole'])}`);
  say(`  from another screen                    ${of(({ within }) => within)}`);
}

/** Bytes that neither compress nor repeat: nothing makes the backup shorter than it has to be. */
function makeData(folder: string, size: number): void {
  mkdirSync(folder);
  const bytes = Buffer.alloc(FILE);
  for (let at = 0; at < size; at += FILE)
    writeFileSync(join(folder, `${at}.bin`), randomFillSync(bytes).subarray(0, Math.min(FILE, size - at)));
}
