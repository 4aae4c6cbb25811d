import { join } from 'node:path';
import type { Proof, RestorePoint } from '../../src/shared/model/restore-point.ts';
import type { Job, Run } from '../../src/shared/model/run.ts';
import type { Settings } from '../../src/shared/model/installation.ts';
import type { Source } from '../../src/shared/model/source.ts';
import { type OpenedStore, openStore } from '../../src/main/store/index.ts';
import { ManualTime } from './manual-time.ts';

/** Opens the store of a scratch folder. */
export function storeIn(folder: string, time = new ManualTime()): OpenedStore {
  return openStore(databaseIn(folder), time);
}

export function databaseIn(folder: string): string {
  return join(folder, 'lifeboat.sqlite');
}

export const aRun = (id: string, more: Partial<Run> = {}): Run => ({
  id,
  trigger: 'scheduled',
  dueAt: '2026-03-01T08:00:00.000Z',
  status: 'running',
  ...more,
});

export const aJob = (id: string, run: string, more: Partial<Job> = {}): Job => ({
  id,
  run,
  kind: 'backup',
  source: 'dispensing',
  destination: 'azure',
  status: 'completed',
  figures: {},
  ...more,
});

export const aPoint = (snapshot: string, more: Partial<RestorePoint> = {}): RestorePoint => ({
  point: snapshot,
  source: 'dispensing',
  time: '2026-03-01T08:00:00.000Z',
  destination: 'azure',
  snapshot,
  bytes: 1,
  files: 1,
  isConsistent: true,
  ...more,
});

export const aProof = (id: string, more: Partial<Proof> = {}): Proof => ({
  id,
  job: `job-of-${id}`,
  source: 'dispensing',
  point: 'p1',
  destination: 'azure',
  at: '2026-03-01T08:00:00.000Z',
  passed: true,
  level: 'opened',
  isSample: false,
  findings: [],
  compared: 3,
  seconds: 12,
  bytes: 1000,
  ...more,
});

export const aSource = (id: string, more: object = {}): Source => ({
  id,
  name: `Source ${id}`,
  tier: 'critical',
  runsOn: 'this-pc',
  controlledSubstances: false,
  movesDaily: true,
  kind: 'folder',
  paths: ['/srv/data'],
  exclude: [],
  ...more,
});

export const SETTINGS: Settings = {
  tiers: [
    {
      tier: 'critical',
      schedule: { kind: 'every', minutes: 15, during: 'opening-hours' },
      retention: { daily: 7 },
      rpoMinutes: 15,
      rtoMinutes: 60,
      proofEveryDays: 7,
    },
  ],
  bandwidth: {},
  quietHours: [],
  weeklyMail: true,
  profile: 'standard',
};
