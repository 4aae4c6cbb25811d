import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CDPSession } from 'playwright-core';
import { describeWith } from '../support/describe-with.ts';
import { ended } from '../support/pharmacy-app.ts';
import type { PageOnTest } from './support/browser.ts';
import { ServedPharmacy } from './support/served-pharmacy.ts';

/** Messages of progress that the page takes in. */
const EVENTS = 1000;
const FILES = 1500;
/** Bytes that a page's memory may be larger afterwards: rows of the list of runs, and what the browser keeps by itself. */
const ALLOWED = 4 * 1024 * 1024;

describeWith('chromium', 'progress on the page', () => {
  let at: ServedPharmacy;
  let on: PageOnTest;
  beforeAll(async () => {
    at = await ServedPharmacy.open();
    ({ on } = at);
  });
  afterAll(async () => await at.close());

  test('takes no more memory after a thousand messages than before', async () => {
    let events = 0;
    on.page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (payload.toString().includes('"progress"')) events += 1;
      }),
    );
    await at.go('/runs');
    await on.page.reload();
    await backUpMore(0);
    const devtools = await on.page.context().newCDPSession(on.page);
    const before = await heapOf(devtools);
    events = 0;
    for (let round = 1; events < EVENTS; round++) await backUpMore(round);
    // Restore tests of what is new follow by themselves and may still be at work: they must not make it larger either.
    const grown = (await heapOf(devtools)) - before;
    expect(events).toBeGreaterThanOrEqual(EVENTS);
    expect(grown).toBeLessThan(ALLOWED);
  });

  /** Backs up as many new scans as make a few hundred messages. */
  async function backUpMore(round: number): Promise<void> {
    const folder = join(at.pharmacy.scratch.path, 'data', 'scans', `round-${round}`);
    mkdirSync(folder);
    for (let number = 0; number < FILES; number++) writeFileSync(join(folder, `${number}.tif`), `scan ${round} ${number}`.repeat(200));
    const { run } = await at.client.runs.start({ sources: ['scans'] });
    await ended(at.client, run);
  }
});

async function heapOf(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize;
}
