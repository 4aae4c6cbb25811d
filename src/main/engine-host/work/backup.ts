import { LifeboatError } from '../../../shared/errors/index.ts';
import { partsOf, type SingleSource, type Source } from '../../../shared/model/source.ts';
import type { Witness } from '../../../shared/model/witness.ts';
import { backup, type BackupInput, type BackupResult, listSnapshots, type SnapshotEntry } from '../../engine/index.ts';
import { type Capture, type CapturedFile, type FrozenDrives, sourceKind } from '../../sources/index.ts';
import type { HostBackupRequest, HostBackupResult, HostHooks } from '../engine-host.ts';
import { withFrozenDrives } from './frozen-drives.ts';
import { type AppendingSession, type Ground, within } from './ground.ts';
import { assertInCharge } from './in-charge.ts';
import { joinWitnesses } from './join-witnesses.ts';
import { LockedFiles } from './locked-files.ts';
import { dataName, partName, witnessName } from './places-in-snapshot.ts';
import { withPartContext } from './part-context.ts';
import type { PartNote } from './read-note.ts';
import { CRASH_CONSISTENT, hasTag, installationTag, runTag, sourceTag } from './tags.ts';

/** A part that is being backed up, with what its capture says. */
interface CapturedPart {
  part: SingleSource;
  capture: Capture;
  witness: Witness | undefined;
}

/** Captures every part of a source, one right after the other, and archives them as one snapshot. */
export async function backupSource(ground: Ground, request: HostBackupRequest, hooks: HostHooks): Promise<HostBackupResult> {
  return await within(
    ground,
    request.at,
    'appending',
    hooks,
    async (session) =>
      await withFrozenDrives(ground, hooks, async (frozen) => {
        const locked = new LockedFiles(frozen);
        return await withCaptures(
          ground,
          { request, frozen },
          hooks,
          async (captured) => await archive(session, { request, captured, locked }, hooks),
        );
      }),
  );
}

async function withCaptures<T>(
  ground: Ground,
  { request, frozen }: { request: HostBackupRequest; frozen: FrozenDrives | undefined },
  hooks: HostHooks,
  work: (captured: CapturedPart[]) => Promise<T>,
): Promise<T> {
  const { source, secrets, scratch } = request;
  const captured: CapturedPart[] = [];
  return await withPartContext(ground, { scratch, secrets, hooks, frozen }, async (contextOf) => {
    try {
      for (const part of partsOf(source)) {
        captured.push({ part, capture: await sourceKind(part).capture(part, await contextOf(part)), witness: undefined });
      }
      return await work(captured);
    } finally {
      await Promise.allSettled(captured.map(async ({ capture }) => await capture.release()));
    }
  });
}

interface Archiving {
  request: HostBackupRequest;
  captured: CapturedPart[];
  locked: LockedFiles;
}

async function archive(session: AppendingSession, { request, captured, locked }: Archiving, hooks: HostHooks): Promise<HostBackupResult> {
  const { source } = request;
  const isConsistent = captured.every(({ capture }) => capture.isConsistent);
  const snapshots = await assertInCharge(session, request);
  const parent = snapshots.findLast((entry) => hasTag(entry, sourceTag(source.id)));
  const result = await backup(
    session,
    {
      source: { kind: 'combined', inputs: inputsOf(captured, locked) },
      tags: [sourceTag(source.id), runTag(request.run), installationTag(request.installation), ...(isConsistent ? [] : [CRASH_CONSISTENT])],
      ...(parent && { parent: parent.id }),
      accept: (read) => assertNotEmptied(source, read, captured, parent),
    },
    hooks,
  );
  return {
    snapshot: result.snapshotId as string,
    time: await timeOf(session, result.snapshotId as string),
    files: result.counts.filesProcessed - NOTES_PER_PART * captured.length,
    bytes: result.counts.bytesProcessed,
    bytesAdded: result.counts.bytesAdded,
    bytesStored: result.counts.bytesStored,
    witness: joinWitnesses(captured),
    isConsistent,
    warnings: result.warnings,
    notes: [
      ...captured.flatMap(({ part, capture }) => capture.warnings.map((warning) => ({ part: part.id, ...warning }))),
      ...locked.notes,
    ],
  };
}

const NOTES_PER_PART = 2;

async function timeOf(session: AppendingSession, id: string): Promise<string> {
  const { snapshots } = await listSnapshots(session);
  return snapshots.findLast((entry) => entry.id === id)?.snapshot.time ?? session.context.clock.now().toISOString();
}

/** Data first, in the order of the parts, then what is known of it. */
function inputsOf(captured: CapturedPart[], locked: LockedFiles): BackupInput[] {
  return [
    ...captured.flatMap(({ part, capture }) => capture.files.map((file) => inputOf(part, file, locked))),
    ...captured.flatMap((entry): BackupInput[] => [
      { kind: 'stream', name: partName(entry.part.id), open: () => once(() => Promise.resolve(noteOf(entry))) },
      { kind: 'stream', name: witnessName(entry.part.id), open: () => once(async () => await witnessOf(entry)) },
    ]),
  ];
}

function inputOf(part: SingleSource, file: CapturedFile, locked: LockedFiles): BackupInput {
  if (file.kind === 'paths') {
    const instead = async (path: string, reason: string): Promise<string | undefined> => await locked.find(part, path, reason);
    return { kind: 'paths', paths: file.paths, exclude: { patterns: file.exclude ?? [], caches: true }, instead };
  }
  return { ...file, name: dataName(part.id, file.name) };
}

function noteOf({ part, capture }: CapturedPart): string {
  const note: PartNote = { part, paths: capture.files.flatMap((file) => (file.kind === 'paths' ? file.paths : [])) };
  return JSON.stringify(note, undefined, 2);
}

/** Asked for when the part's own streams have ended: the engine opens streams one after the other. */
async function witnessOf(entry: CapturedPart): Promise<string> {
  entry.witness = await entry.capture.witness();
  return JSON.stringify(entry.witness, undefined, 2);
}

async function* once(text: () => Promise<string>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(await text(), 'utf8');
}

/** A disk that is not there looks like a source with nothing in it; such a backup is never a success, nor is one of files none of which could be read. */
function assertNotEmptied(
  source: Source,
  { counts, warnings }: Pick<BackupResult, 'counts' | 'warnings'>,
  captured: CapturedPart[],
  parent: SnapshotEntry | undefined,
): void {
  const filesBefore = parent?.snapshot.summary?.total_files_processed ?? 0;
  const notes = NOTES_PER_PART * captured.length;
  if (counts.filesProcessed > notes) return;
  const unread = warnings.find(({ code }) => code === 'unreadable');
  if (unread?.detail === 'EBUSY') throw new LifeboatError('source-busy', { path: unread.path }, { retryable: true });
  if (unread) throw new LifeboatError('source-unreadable', { path: unread.path, reason: unread.detail ?? 'EIO' });
  const path = warnings.find(({ code }) => code === 'source-empty')?.path ?? source.name;
  if (filesBefore > notes) throw new LifeboatError('source-empty', { path, previousFiles: filesBefore - notes });
}
