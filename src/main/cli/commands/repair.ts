import type { Command } from 'commander';
import {
  type AppendingSession,
  type ExclusiveSession,
  repairAndForgetSnapshots,
  repairIndex,
  repairPacks,
  type RepairPacksResult,
  repairSnapshots,
  type RepairSnapshotsRequest,
  type RepairSnapshotsResult,
} from '../../engine/index.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { declareOptions } from '../options/declare.ts';
import { FILTER_OPTIONS, type FilterOptions, snapshotFilter } from '../options/filter.ts';
import { repairIndexLines, repairIndexObject, repairIndexWarnings } from '../present/repair-index.ts';
import { repairPacksLines, repairPacksObject } from '../present/repair-packs.ts';
import { repairSnapshotsLines, repairSnapshotsObjects, repairSnapshotsWarnings } from '../present/repair-snapshots.ts';
import type { Watch } from '../present/watch.ts';
import { withSession } from '../session.ts';
import { complete, completeGroup, type Making, makeCommand } from './making.ts';

/** Copies kept here would hide what the place has lost. */
const THE_PLACE_ITSELF = { cache: false } as const;

interface IndexOptions {
  readAllPacks?: boolean;
}

interface PacksOptions {
  dryRun?: boolean;
}

interface SnapshotsOptions extends FilterOptions {
  dryRun?: boolean;
  forget?: boolean;
}

/** `lifeboat repair index|packs|snapshots` */
export function repairCommand(making: Making): Command {
  const { texts } = making;
  const { commands: help, arguments: operands } = texts.help;
  const index = makeCommand('index', help.repairIndex, making);
  declareOptions(index, [texts.options.repair, texts.options], [{ flags: '--read-all-packs' }]);
  const packs = makeCommand('packs', help.repairPacks, making).argument('[pack...]', operands.packs);
  declareOptions(packs, [texts.options.repair, texts.options], [{ flags: '-n, --dry-run' }]);
  const snapshots = makeCommand('snapshots', help.repairSnapshots, making).argument('[snapshot...]', operands.snapshots);
  declareOptions(snapshots, [texts.options.repair, texts.options], [{ flags: '--forget' }, { flags: '-n, --dry-run' }, ...FILTER_OPTIONS]);
  return completeGroup(makeCommand('repair', help.repair, making), making)
    .addCommand(complete(index, making, runIndex))
    .addCommand(complete(packs, making, runPacks))
    .addCommand(complete(snapshots, making, runSnapshots));
}

async function runIndex(invocation: Invocation, options: IndexOptions): Promise<ExitCode> {
  const { output, texts } = invocation;
  const work = async (session: ExclusiveSession, watch: Watch): Promise<ExitCode> => {
    const result = await repairIndex(session, { readAllPacks: options.readAllPacks === true }, invocation.hooks(watch));
    watch.finish();
    output.object(repairIndexObject(result));
    for (const line of repairIndexLines(result, texts.results)) output.info(line);
    const warnings = repairIndexWarnings(result, texts.results);
    if (!output.json) for (const line of warnings) output.notice(line);
    return invocation.warned(warnings.length);
  };
  return await withSession(invocation, 'exclusive', work, THE_PLACE_ITSELF);
}

async function runPacks(invocation: Invocation, options: PacksOptions, packs: string[]): Promise<ExitCode> {
  const { output, texts } = invocation;
  const dryRun = options.dryRun === true;
  const work = (session: ExclusiveSession, watch: Watch): Promise<RepairPacksResult> =>
    repairPacks(session, { packs, dryRun }, invocation.hooks(watch));
  const result = await withSession(invocation, 'exclusive', work, THE_PLACE_ITSELF);
  output.object(repairPacksObject(result, dryRun));
  for (const line of repairPacksLines(result, texts.results, dryRun)) output.info(line);
  return invocation.warned(result.packsDamaged.length);
}

async function runSnapshots(invocation: Invocation, options: SnapshotsOptions, operands: string[]): Promise<ExitCode> {
  const { output, texts } = invocation;
  const dryRun = options.dryRun === true;
  const result = await repair(invocation, options, {
    ...(operands.length > 0 && { snapshots: operands }),
    filter: snapshotFilter(options),
    dryRun,
  });
  for (const object of repairSnapshotsObjects(result, dryRun)) output.object(object);
  const warnings = repairSnapshotsWarnings(result, texts.results);
  if (!output.json) for (const line of warnings) output.notice(line);
  for (const line of repairSnapshotsLines(result, texts.results, dryRun)) output.info(line);
  return invocation.warned(warnings.length);
}

/** Only who removes snapshots needs the repository alone. */
async function repair(
  invocation: Invocation,
  { forget }: SnapshotsOptions,
  request: RepairSnapshotsRequest,
): Promise<RepairSnapshotsResult> {
  if (forget !== true) {
    const work = (session: AppendingSession, watch: Watch): Promise<RepairSnapshotsResult> =>
      repairSnapshots(session, request, invocation.hooks(watch));
    return await withSession(invocation, 'appending', work, THE_PLACE_ITSELF);
  }
  const work = (session: ExclusiveSession, watch: Watch): Promise<RepairSnapshotsResult> =>
    repairAndForgetSnapshots(session, request, invocation.hooks(watch));
  return await withSession(invocation, 'exclusive', work, THE_PLACE_ITSELF);
}
