import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openApp, type AppOptions, type OpenedApp } from '../../src/main/app.ts';
import { systemClock } from '../../src/main/clock.ts';
import type { Pharmacy } from '../../src/shared/model/pharmacy.ts';
import { type Source, sourceSchema } from '../../src/shared/model/source.ts';
import { defaultSettings } from '../../src/shared/model/tier-defaults.ts';
import type { FaceClient } from '../../src/main/web/index.ts';
import { forkQuickHost } from './fork-quick-host.ts';

export const PHARMACY: Pharmacy = {
  name: 'Corner Pharmacy',
  timeZone: 'America/Chicago',
  language: 'en',
  openingHours: Object.fromEntries(
    (['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const).map((day) => [day, [{ from: '09:00', to: '18:00' }]]),
  ),
};

/** Opens the owner of a profile, as the terminal does, with keys and locks that take no time; fails if another one owns it. */
export async function openOwner(folder: string, options: Partial<AppOptions> = {}): Promise<OpenedApp> {
  const app = await openApp({
    folder,
    clock: systemClock,
    environment: process.env,
    threads: 1,
    startHost: forkQuickHost,
    ...options,
  });
  if (app === undefined) throw new Error('Another process owns the profile.');
  return app;
}

/** Waits for a run to end. */
export async function ended(client: FaceClient, run: string) {
  for (;;) {
    const found = await client.runs.get({ id: run });
    if (found.run.endedAt !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A tiny dispensing database and scans below `root`, and the sources that name them. */
export function smallSources(root: string): { database: Source; scans: Source; path: string } {
  mkdirSync(join(root, 'scans'), { recursive: true });
  for (const number of [1, 2, 3]) writeFileSync(join(root, 'scans', `rx-${number}.tif`), `scan ${number}`.repeat(500));
  const path = join(root, 'dispensing.db');
  const database = new Database(path);
  database.exec('CREATE TABLE IF NOT EXISTS prescriptions (rx INTEGER PRIMARY KEY, filled_at TEXT)');
  database.close();
  dispense(path, 40, new Date('2026-11-20T16:00:00Z'));
  return {
    path,
    database: sourceSchema.parse({
      kind: 'sqlite',
      id: 'dispensing',
      name: 'Dispensing database',
      tier: 'critical',
      movesDaily: true,
      path,
      questions: [{ name: 'Last Rx number', sql: 'SELECT max(rx) FROM prescriptions' }],
    }),
    scans: sourceSchema.parse({ kind: 'folder', id: 'scans', name: 'Scans', tier: 'important', paths: [join(root, 'scans')] }),
  };
}

/** Fills some prescriptions. */
export function dispense(path: string, count: number, at: Date): void {
  const database = new Database(path);
  const insert = database.prepare('INSERT INTO prescriptions (filled_at) VALUES (?)');
  for (let number = 0; number < count; number++) insert.run(at.toISOString());
  database.close();
}

/** The usual settings of the sample pharmacy. */
export async function setUp(client: FaceClient): Promise<void> {
  await client.settings.setPharmacy(PHARMACY);
  await client.settings.set(defaultSettings(PHARMACY.openingHours));
  await client.people.put({ id: 'ana', name: 'Ana', role: 'owner', email: 'ana@pharmacy.example', isNotified: true });
}

/** The answer to a question asked through the contract; a failure says its code and data, which cross as data. */
export async function answered<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && 'data' in error) throw new Error(`${error.message}: ${JSON.stringify(error.data)}`, { cause: error });
    throw error;
  }
}
