import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/main/clock.ts';
import { createEngine } from '../src/main/engine/index.ts';
import { ageRepository } from '../tests/support/aged-repository.ts';
import { pharmacyData } from './data-set.ts';
import { measure, type MeasureOptions, runToEnd } from './measure.ts';
import { type Measurement, playRound } from './round.ts';
import { steps } from './steps.ts';
import { median } from './summary.ts';
import { lifeboat } from './tools/lifeboat.ts';
import { password, type Workplace } from './tools/tool.ts';

/** Backups of the past when a run is measured. */
const AGES = [0, 299, 2999] as const;
const TIMES = 10;
const HOUR = 3_600_000;

export interface GrowthOptions {
  entry: string;
  /** Bytes of the smaller of two data sets. */
  size: number;
  runs: number;
  scratch: string;
  limit: number;
  signal: AbortSignal;
}

/** What the first, the 300th and the 3,000th hourly backup of a small folder cost; and every step with ten times the data. */
export async function measureGrowth(options: GrowthOptions, say: (text: string) => void): Promise<void> {
  await growSnapshots(options, say);
  await growData(options, say);
}

async function growSnapshots(options: GrowthOptions, say: (text: string) => void): Promise<void> {
  const place = placeIn(options.scratch);
  const tool = lifeboat(options.entry);
  const measuring: MeasureOptions = { ...options, environment: tool.environment(place) };
  for (const folder of [place.data, place.home]) mkdirSync(folder, { recursive: true });
  await runToEnd(tool.init(place), measuring);
  say('Hourly backups of one small file that grew, whole command:');
  let past = 0;
  for (const age of AGES) {
    await addPast(place, past, age - past);
    past = age;
    const costs = [];
    for (let run = 0; run < options.runs; run++) {
      appendFileSync(join(place.data, 'claims.log'), `claim ${age} ${run}\n`);
      costs.push(await measure(tool.command('small change', place), measuring));
      past += 1;
    }
    const [seconds, cpu] = [median(costs.map((cost) => cost.seconds)), median(costs.map((cost) => cost.cpuSeconds))];
    say(`  after ${String(age).padStart(4)} backups: ${seconds.toFixed(2)} s, ${cpu.toFixed(2)} s of processor`);
  }
  say('');
  rmSync(join(options.scratch, 'growth'), { recursive: true, force: true, maxRetries: 3 });
}

function placeIn(scratch: string): Workplace {
  const own = join(scratch, 'growth');
  return { data: join(own, 'data'), repository: join(own, 'repository'), target: join(own, 'target'), home: join(own, 'home') };
}

/** Further backups before the present, by the engine itself without a process each. */
async function addPast(place: Workplace, past: number, count: number): Promise<void> {
  if (count <= 0) return;
  const identity = { hostname: hostname(), username: 'bench', uid: 0, gid: 0, pid: process.pid };
  const engine = createEngine({ clock: systemClock, identity, program: 'lifeboat bench' });
  try {
    const session = await engine.open(place.repository, password, 'appending');
    const from = new Date(systemClock.now().getTime() - (4000 - past) * HOUR);
    try {
      await ageRepository(session, { count, from, host: hostname(), paths: [place.data] });
    } finally {
      await session.close();
    }
  } finally {
    await engine.close();
  }
}

/** Each step on a data set and on one ten times as large. */
async function growData(options: GrowthOptions, say: (text: string) => void): Promise<void> {
  const small = await playWith(options.size, options);
  const large = await playWith(options.size * TIMES, options);
  say(
    `${TIMES} times the data (${options.size / 1e6} MB and ${(options.size * TIMES) / 1e6} MB of the sample pharmacy), processor seconds:`,
  );
  for (const step of steps) {
    const [before, after] = [small, large].map((round) => round.find((one) => one.step === step)?.cpuSeconds ?? Number.NaN);
    say(`  ${step.padEnd(16)} ${before?.toFixed(2)} s, then ${after?.toFixed(2)} s: ${((after ?? 0) / (before ?? 0)).toFixed(1)} times`);
  }
}

async function playWith(size: number, options: GrowthOptions): Promise<Measurement[]> {
  const data = join(options.scratch, 'data');
  const dataSet = pharmacyData(size);
  dataSet.make(data);
  try {
    return await playRound({ ...options, dataSet, data, tools: [lifeboat(options.entry)], onTurn: () => undefined });
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  }
}
