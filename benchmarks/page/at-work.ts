import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { sourceSchema } from '../../src/shared/model/source.ts';
import type { FaceClient } from '../../src/main/web/index.ts';
import { faceOf } from '../../tests/e2e/support/face-of.ts';
import { ServedApp } from '../../tests/e2e/support/served-app.ts';
import { ended } from '../../tests/support/pharmacy-app.ts';
import { countProgress, heapOf } from './memory.ts';
import { type Typing, typeMeanwhile } from './typing.ts';

export interface AtWork {
  typing: Typing;
  /** Of the backup that ran meanwhile. */
  seconds: number;
  /** Bytes that the page's memory was larger after so many messages of progress. */
  memory: { before: number; after: number; messages: number };
}

export interface AtWorkOptions {
  program: string;
  profile: string;
  /** The folder to back up. */
  data: string;
  scratch: string;
}

const MESSAGES = 1000;
const SCANS = 1500;

/** The page while a backup runs at full speed: somebody types, and then looks at a thousand messages of progress. */
export async function measureAtWork({ program, profile, data, scratch }: AtWorkOptions): Promise<AtWork> {
  const app = await ServedApp.start({ profile, program });
  const face = await faceOf(profile);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const { client } = face;
    const source = { kind: 'folder', id: 'large', name: 'Large', tier: 'standard', paths: [data] };
    await client.sources.put({ source: sourceSchema.parse(source) });
    const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-US' })).newPage();
    const messages = countProgress(page);
    await page.goto(app.link);
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.evaluate(() => (location.hash = '#/settings/pharmacy'));
    const { typing, seconds } = await typeDuringBackup(page, client);
    return { typing, seconds, memory: await memoryOver({ page, client, messages, scratch }) };
  } finally {
    await browser.close();
    face.close();
    await app.stop();
  }
}

async function typeDuringBackup(page: Page, client: FaceClient): Promise<{ typing: Typing; seconds: number }> {
  await page.getByLabel('Name of the pharmacy').waitFor();
  let isOver = false;
  const begun = performance.now();
  const { run } = await client.runs.start({ sources: ['large'] });
  const done = ended(client, run).then(() => (isOver = true));
  const typing = await typeMeanwhile(page, 'Name of the pharmacy', () => isOver);
  await done;
  return { typing, seconds: (performance.now() - begun) / 1000 };
}

interface MemoryOptions {
  page: Page;
  client: FaceClient;
  messages: () => number;
  scratch: string;
}

async function memoryOver({ page, client, messages, scratch }: MemoryOptions): Promise<AtWork['memory']> {
  const folder = join(scratch, 'scans');
  mkdirSync(folder);
  await client.sources.put({
    source: sourceSchema.parse({ kind: 'folder', id: 'many', name: 'Many', tier: 'standard', paths: [folder] }),
  });
  await page.getByRole('link', { name: 'Backups' }).click();
  await backUpMore(client, folder, 0);
  const devtools = await page.context().newCDPSession(page);
  const before = await heapOf(devtools);
  const first = messages();
  for (let round = 1; messages() - first < MESSAGES; round++) await backUpMore(client, folder, round);
  return { before, after: await heapOf(devtools), messages: messages() - first };
}

async function backUpMore(client: FaceClient, folder: string, round: number): Promise<void> {
  const inside = join(folder, `round-${round}`);
  mkdirSync(inside);
  for (let number = 0; number < SCANS; number++) writeFileSync(join(inside, `${number}.tif`), `scan ${round} ${number}`.repeat(200));
  const { run } = await client.runs.start({ sources: ['many'] });
  await ended(client, run);
}
