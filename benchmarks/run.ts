/** `npm run bench`: Lifeboat, restic and borg in turn on the same data, and a table of what each needed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, statfsSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { formatBytes } from '../src/shared/format/index.ts';
import { measureDatabases } from './database-chunks.ts';
import { measureGrowth } from './growth.ts';
import { measureLimits } from './limits.ts';
import { CommandFailure, missingForMeasuring, runToEnd } from './measure.ts';
import { measurePage } from './page.ts';
import { type BenchOptions, helpText, parseOptions } from './options.ts';
import { tableOf } from './report.ts';
import { type Measurement, playRound } from './round.ts';
import { borg } from './tools/borg.ts';
import { lifeboat } from './tools/lifeboat.ts';
import { restic } from './tools/restic.ts';
import type { Tool } from './tools/tool.ts';

/** Data, a repository of each tool, one restored copy, and caches. */
const roomNeeded = 6;
/** Bytes: a small pharmacy's database, and a very large one's. */
const DATABASE_SIZES = [400_000_000, 4_000_000_000];

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** The tools by name. Throws a RangeError for a name nobody has. */
function toolsFor({ tools, entry }: BenchOptions): Tool[] {
  const known = new Map([lifeboat(entry), restic, borg].map((tool) => [tool.name, tool]));
  return tools.map((name) => {
    const tool = known.get(name);
    if (tool === undefined) throw new RangeError(`--tools knows ${[...known.keys()].join(', ')}, not ${name}.`);
    return tool;
  });
}

/** Those that are on this machine; says which are not. */
function installed(tools: readonly Tool[]): Tool[] {
  return tools.filter(({ name, version }) => {
    const isThere = spawnSync(version.program, version.args).error === undefined;
    if (!isThere) say(`${name} is not installed here and is left out.`);
    return isThere;
  });
}

async function describe(tools: readonly Tool[], options: BenchOptions, signal: AbortSignal): Promise<void> {
  say(`Data: ${options.dataSet.description}.`);
  say(
    `Machine: ${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown processor'}, ${formatBytes(totalmem())} memory, ${process.platform}.`,
  );
  for (const tool of tools) {
    const output = await runToEnd(tool.version, { environment: {}, limit: options.limit, signal });
    say(`${tool.name} ${/\d+\.\d+\.\d+/.exec(output)?.[0] ?? ''}: ${tool.settings}.`);
  }
  say('Data and repositories are read before each command, so that every tool finds them in the page cache.');
  say(`Medians of ${options.runs} rounds; the tools take turns at each step and change who begins.\n`);
}

async function bench(options: BenchOptions, signal: AbortSignal): Promise<void> {
  const tools = installed(toolsFor(options));
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'lifeboat-bench-'));
  try {
    checkRoom(scratch, options.dataSet.bytes * roomNeeded);
    await describe(tools, options, signal);
    const data = join(scratch, 'data');
    options.dataSet.make(data);
    const measurements: Measurement[] = [];
    for (let round = 0; round < options.runs; round++) {
      const onTurn = (tool: string, step: string): void => void process.stderr.write(`round ${round + 1}: ${tool}, ${step}\n`);
      const turns = tools.map((_, index) => tools[(index + round) % tools.length]).filter((tool) => tool !== undefined);
      measurements.push(...(await playRound({ ...options, tools: turns, data, scratch, signal, onTurn })));
    }
    say(
      tableOf(
        measurements,
        tools.map((tool) => tool.name),
      ),
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** One question about Lifeboat. */
async function answer(options: BenchOptions, signal: AbortSignal): Promise<void> {
  const { question, size } = options;
  if (question === 'limits') {
    await measureLimits(size, say, signal);
    return;
  }
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'lifeboat-bench-'));
  try {
    const sizes = options.isSizeGiven ? [size] : DATABASE_SIZES;
    checkRoom(scratch, question === 'growth' ? size * 10 * roomNeeded : Math.max(...sizes) * 3);
    if (question === 'page') await measurePage({ ...options, scratch }, say);
    else if (question === 'growth') await measureGrowth({ ...options, scratch, signal }, say);
    else await measureDatabases({ ...options, sizes, scratch, signal }, say);
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Throws a RangeError rather than fill the disk halfway through. */
function checkRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < bytes)
    throw new RangeError(`This needs about ${formatBytes(bytes)} in ${tmpdir()}; ${formatBytes(bavail * bsize)} are free.`);
}

async function main(args: readonly string[]): Promise<number> {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stop.abort());
  try {
    const options = parseOptions(args);
    const missing = missingForMeasuring();
    if (options.help) say(helpText);
    else if (missing !== undefined) throw new RangeError(missing);
    else if (options.question === 'tools') await bench(options, stop.signal);
    else await answer(options, stop.signal);
    return 0;
  } catch (error) {
    if (stop.signal.aborted) return 130;
    const isOwn = error instanceof CommandFailure || error instanceof RangeError || error instanceof TypeError;
    process.stderr.write(`${isOwn ? error.message : String(error)}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
