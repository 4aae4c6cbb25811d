import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { extentOf } from '../demo/extent.ts';
import type { DataSet } from './data-set.ts';
import { type Cost, CommandFailure, measure, type MeasureOptions, runToEnd, secondsToSync } from './measure.ts';
import { fillPageCache } from './page-cache.ts';
import { isBackup, type Line, type Step, steps } from './steps.ts';
import type { Tool, Workplace } from './tools/tool.ts';

/** What one tool did in one step of one round. */
export interface Measurement extends Cost {
  tool: string;
  step: Line;
  /** By how much the repository grew, in bytes; undefined where nothing is stored. */
  storedBytes: number | undefined;
}

export interface RoundOptions {
  /** In the order in which they take their turns. */
  tools: readonly Tool[];
  dataSet: DataSet;
  /** Folder with the data set. */
  data: string;
  scratch: string;
  /** Milliseconds for one command. */
  limit: number;
  signal: AbortSignal;
  /** Told before each command. */
  onTurn: (tool: string, step: Step) => void;
}

/** Every step once, every tool in turn at each step, on the same data. New repositories each round. */
export async function playRound(options: RoundOptions): Promise<Measurement[]> {
  const folder = join(options.scratch, 'round');
  const measurements: Measurement[] = [];
  try {
    for (const tool of options.tools) await prepare(tool, placeOf(tool, folder, options.data), options);
    for (const step of steps) {
      if (step === 'small change') options.dataSet.change(options.data);
      for (const tool of options.tools) {
        options.onTurn(tool.name, step);
        measurements.push(...(await takeTurn(tool, step, placeOf(tool, folder, options.data), options)));
      }
    }
    return measurements;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function placeOf(tool: Tool, folder: string, data: string): Workplace {
  const own = join(folder, tool.name);
  return { data, repository: join(own, 'repository'), target: join(own, 'restored'), home: join(own, 'home') };
}

async function prepare(tool: Tool, place: Workplace, options: RoundOptions): Promise<void> {
  mkdirSync(place.home, { recursive: true });
  await runToEnd(tool.init(place), costing(tool, place, options));
}

async function takeTurn(tool: Tool, step: Step, place: Workplace, options: RoundOptions): Promise<Measurement[]> {
  const before = extentOf(place.repository).bytes;
  if (step === 'restore') mkdirSync(place.target);
  for (const folder of [place.data, place.repository]) fillPageCache(folder);
  const cost = await measure(tool.command(step, place), costing(tool, place, options));
  const storedBytes = isBackup(step) ? extentOf(place.repository).bytes - before : undefined;
  const measured: Measurement = { tool: tool.name, step, storedBytes, ...cost };
  if (step !== 'restore') return [measured];
  const syncing = secondsToSync(place.target);
  takeBack(tool, place);
  return [measured, { ...measured, step: 'restore, on the disk', seconds: cost.seconds + syncing }];
}

/** Sees that a restore brought back as much as was there, and makes room. */
function takeBack(tool: Tool, place: Workplace): void {
  const [was, is] = [extentOf(place.data), extentOf(place.target)];
  if (was.files !== is.files || was.bytes !== is.bytes) {
    throw new CommandFailure(`${tool.name} restored ${is.files} files, ${is.bytes} bytes of ${was.files} files, ${was.bytes} bytes`);
  }
  rmSync(place.target, { recursive: true, maxRetries: 3 });
}

function costing(tool: Tool, place: Workplace, { scratch, limit, signal }: RoundOptions): MeasureOptions {
  return { environment: tool.environment(place), scratch, limit, signal };
}
