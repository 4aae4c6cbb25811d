import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { extentOf } from '../demo/extent.ts';
import { workDay } from '../demo/sample-pharmacy/index.ts';
import { systemClock } from '../src/main/clock.ts';
import { createEngine } from '../src/main/engine/index.ts';
import { formatBytes } from '../src/shared/format/index.ts';
import { makeLargeDatabase } from './large-database.ts';
import { measure, runToEnd } from './measure.ts';
import { lifeboat } from './tools/lifeboat.ts';
import { restic } from './tools/restic.ts';
import { password, type Tool, type Workplace } from './tools/tool.ts';

/** About 300 rows more, and 500 changed at random places. */
const BUSY_DAY = { newPrescriptions: 60, refills: 40, scans: 1, corrections: 500 };

export interface DatabaseOptions {
  entry: string;
  /** Bytes of the databases. */
  sizes: readonly number[];
  scratch: string;
  limit: number;
  signal: AbortSignal;
}

/** What of a repository takes how much, in bytes. */
interface Stored {
  packs: number;
  index: number;
  /** Of the packs. */
  trees: number;
}

/** What a database of each size costs to store, at first and after one busy day, and what restic stores for the same. */
export async function measureDatabases(options: DatabaseOptions, say: (text: string) => void): Promise<void> {
  for (const size of options.sizes) {
    const pharmacy = join(options.scratch, 'pharmacy');
    const database = makeLargeDatabase(pharmacy, size);
    say(`SQLite database of ${(statSync(database).size / 1e6).toFixed(0)} MB:`);
    const tools = [lifeboat(options.entry), restic].map((tool) => ({ tool, place: placeOf(tool, database, options.scratch) }));
    for (const { tool, place } of tools) await prepare(tool, place, options);
    for (const step of ['first backup', 'a busy day'] as const) {
      if (step === 'a busy day') workDay(pharmacy, BUSY_DAY);
      const grown: number[] = [];
      for (const { tool, place } of tools) {
        const before = await storedIn(place.repository);
        const command = tool.command(step === 'a busy day' ? 'small change' : step, place);
        const cost = await measure(command, { ...options, environment: tool.environment(place) });
        const after = await storedIn(place.repository);
        grown.push(after.packs + after.index - before.packs - before.index);
        say(`  ${step.padEnd(12)} ${tool.name.padEnd(8)} ${line(before, after)}, ${cost.cpuSeconds.toFixed(1)} s of processor`);
      }
      say(`  ${step.padEnd(12)} Lifeboat stores ${((grown[0] ?? 0) / (grown[1] ?? 1)).toFixed(3)} of restic's bytes`);
    }
    for (const { place } of tools) rmSync(join(place.repository, '..'), { recursive: true, force: true, maxRetries: 3 });
    rmSync(pharmacy, { recursive: true, force: true, maxRetries: 3 });
  }
}

function placeOf(tool: Tool, data: string, scratch: string): Workplace {
  const own = join(scratch, tool.name);
  return { data, repository: join(own, 'repository'), target: join(own, 'restored'), home: join(own, 'home') };
}

async function prepare(tool: Tool, place: Workplace, options: DatabaseOptions): Promise<void> {
  mkdirSync(place.home, { recursive: true });
  await runToEnd(tool.init(place), { ...options, environment: tool.environment(place) });
}

function line(before: Stored, after: Stored): string {
  const grown = (part: keyof Stored): string => formatBytes(after[part] - before[part]);
  return `packs ${grown('packs')} (of these trees ${grown('trees')}), index ${grown('index')}`;
}

async function storedIn(repository: string): Promise<Stored> {
  const engine = createEngine({
    clock: systemClock,
    identity: { hostname: 'bench', username: 'bench', uid: 0, gid: 0, pid: process.pid },
    program: 'lifeboat bench',
  });
  try {
    const session = await engine.open(repository, password, 'reading', { lock: false });
    await session.repository.loadIndex();
    let trees = 0;
    for (const { type, length } of session.repository.index.entries()) if (type === 'tree') trees += length;
    await session.close();
    return { packs: extentOf(join(repository, 'data')).bytes, index: extentOf(join(repository, 'index')).bytes, trees };
  } finally {
    await engine.close();
  }
}
