import { anySignal } from '../abort.ts';
import { archive, type BackupSource, startEstimate, Tally } from '../archiver/index.ts';
import { createCombinedSource } from '../archiver/source/combined-source.ts';
import { createDirectorySource } from '../archiver/source/directory-source.ts';
import { createStagedSource } from '../archiver/source/staged-source.ts';
import { createStreamSource } from '../archiver/source/stream-source.ts';
import type { ContentLayout } from '../chunker/index.ts';
import { nativeProblem } from '../filesystem/index.ts';
import type { Id } from '../format/id.ts';
import type { Snapshot, SnapshotSummary } from '../format/snapshot.ts';
import { formatDate } from '../format/time.ts';
import type { AppendingSession, Hooks } from '../session.ts';
import { createPatternSet } from '../patterns/index.ts';
import type { BackupInput, BackupRequest, KnownLayouts, BackupResult, SnapshotEntry } from './contract.ts';
import { findParent } from './parent-snapshot.ts';

/**
 * Makes a snapshot. Entries that cannot be read become warnings and the snapshot is made all the same; `no-source` if
 * not one of the given paths exists.
 */
export async function backup(session: AppendingSession, request: BackupRequest, hooks: Hooks = {}): Promise<BackupResult> {
  const { repository, context } = session;
  const signal = anySignal(session.signal, hooks.signal);
  const started = context.clock.now();
  const source = sourceOf(session, request, request.source);
  const host = request.host ?? context.identity.hostname;

  hooks.onProgress?.({ kind: 'phase', phase: 'loading-snapshots' });
  const wish = { host, paths: source.paths, wanted: request.parent, before: request.time ?? started };
  const parent = await findParent(session, wish, { signal });
  hooks.onProgress?.({ kind: 'phase', phase: 'loading-index' });
  await repository.loadIndex({ signal });

  hooks.onProgress?.({ kind: 'phase', phase: 'reading' });
  const tally = new Tally(hooks.onProgress);
  warnOfLostDetails(tally, request, source);
  const estimate = hooks.onProgress && startEstimate(source, parent?.snapshot.summary, (files, bytes) => tally.expect(files, bytes));
  const { tree, isUnchanged } = await repository
    .withUploader(
      async (uploader) =>
        await archive({
          source,
          uploader,
          trees: repository,
          hasBlob: (id) => repository.index.has('data', id),
          plainLength: (id) => repository.index.plainLength('data', id),
          parentTree: parent?.snapshot.tree,
          force: request.force ?? false,
          tally,
          signal,
        }),
      { signal, dryRun: request.dryRun ?? false },
    )
    .finally(() => estimate?.stop());
  warnIfEmptied(tally, source, parent);
  request.accept?.(tally);

  hooks.onProgress?.({ kind: 'phase', phase: 'finishing' });
  const skipped = request.dryRun === true || (request.skipIfUnchanged === true && parent !== undefined && isUnchanged);
  const snapshot = describe(session, request, { source, host, parent, tree, tally, started });
  await session.confirmLock();
  const snapshotId = skipped ? undefined : await repository.saveSnapshot(snapshot);
  const outcome = tally.warnings.length > 0 ? 'completed-with-warnings' : 'completed';
  return { outcome, snapshotId, parent: parent?.id, tree, counts: tally.counts, warnings: tally.warnings };
}

function sourceOf(session: AppendingSession, request: BackupRequest, source: BackupInput): BackupSource {
  const time = session.context.clock.now();
  if (source.kind === 'combined') return createCombinedSource(source.inputs.map((input) => sourceOf(session, request, input)));
  if (source.kind === 'stream') return createStreamSource({ ...source, time });
  if (source.kind === 'staged')
    return createStagedSource({ name: source.name, staged: source.path, time, ...(source.layout && { layout: source.layout }) });
  const exclude = source.exclude ?? request.exclude;
  return createDirectorySource({
    paths: source.paths,
    cwd: process.cwd(),
    scan: async (path) => await session.context.workers.run({ kind: 'scan', path }),
    avoid: [session.repository.location],
    ...(exclude && { exclude }),
    ...(source.instead && { instead: source.instead }),
    ...(request.layouts && { layoutOf: layoutsOf(request.layouts) }),
  });
}

/** Without the native part some details of files are not seen: said once, not for every file. */
function warnOfLostDetails(tally: Tally, request: BackupRequest, source: BackupSource): void {
  const problem = readsPaths(request.source) ? nativeProblem() : undefined;
  if (problem) tally.warn('metadata-incomplete', source.paths[0] ?? '', problem);
}

function readsPaths(input: BackupInput): boolean {
  return input.kind === 'combined' ? input.inputs.some(readsPaths) : input.kind === 'paths';
}

function layoutsOf({ pages = [], dumps = [] }: KnownLayouts): (path: string) => ContentLayout | undefined {
  const [pageFiles, dumpFiles] = [createPatternSet({ patterns: pages }), createPatternSet({ patterns: dumps })];
  return (path) => (pageFiles.match(path).matches ? 'pages' : dumpFiles.match(path).matches ? 'dump' : undefined);
}

/** Nothing left of something: most likely a drive that is not there, not a pharmacy without data. */
function warnIfEmptied(tally: Tally, source: BackupSource, parent: SnapshotEntry | undefined): void {
  const filesBefore = parent?.snapshot.summary?.total_files_processed ?? 0;
  const isEmptied = tally.counts.filesProcessed === 0 && filesBefore > 0;
  const isReported = tally.warnings.some((warning) => warning.code === 'source-empty');
  if (isEmptied && !isReported) tally.warn('source-empty', source.paths[0] ?? '');
}

interface Made {
  source: BackupSource;
  host: string;
  parent: SnapshotEntry | undefined;
  tree: Id;
  tally: Tally;
  started: Date;
}

function describe(session: AppendingSession, request: BackupRequest, made: Made): Snapshot {
  const { identity, clock, program } = session.context;
  const { source, host, parent, tree, tally, started } = made;
  return {
    time: formatDate(request.time ?? started),
    ...(parent && { parent: parent.id }),
    tree,
    paths: [...source.paths],
    hostname: host,
    username: identity.username,
    uid: identity.uid,
    gid: identity.gid,
    excludes: excludesOf(request),
    tags: request.tags?.length ? request.tags : undefined,
    program_version: program,
    summary: summaryOf(tally, started, clock.now()),
  };
}

function excludesOf({ exclude }: BackupRequest): string[] | undefined {
  const patterns = [...(exclude?.patterns ?? []), ...(exclude?.caselessPatterns ?? [])];
  return patterns.length > 0 ? patterns : undefined;
}

function summaryOf({ counts }: Tally, started: Date, ended: Date): SnapshotSummary {
  return {
    backup_start: formatDate(started),
    backup_end: formatDate(ended),
    files_new: counts.filesNew,
    files_changed: counts.filesChanged,
    files_unmodified: counts.filesUnmodified,
    dirs_new: counts.dirsNew,
    dirs_changed: counts.dirsChanged,
    dirs_unmodified: counts.dirsUnmodified,
    data_blobs: counts.dataBlobs,
    tree_blobs: counts.treeBlobs,
    data_added: counts.bytesAdded,
    data_added_packed: counts.bytesStored,
    total_files_processed: counts.filesProcessed,
    total_bytes_processed: counts.bytesProcessed,
  };
}
