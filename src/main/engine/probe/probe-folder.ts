import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rm, stat, statfs } from 'node:fs/promises';
import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import type { Clock } from '../../../shared/model/clock.ts';
import { throwIfAborted } from '../abort.ts';
import { entryPath, reasonOf } from '../filesystem/index.ts';
import { pathForSystem } from '../format/name.ts';
import { type PlaceProbe, rate } from './place-probe.ts';

/** Enough to get past a disk's own memory a little, little enough for a slow stick. */
const PROBE_BYTES = 16 * 1024 * 1024;

/** Tries a folder: writes a file, durably, reads it back and removes it. What fails is thrown as the engine does; nothing is left. */
export async function probeFolder(folder: string, clock: Clock, signal?: AbortSignal): Promise<PlaceProbe> {
  const path = entryPath(folder, `.lifeboat-probe-${randomBytes(6).toString('hex')}`);
  const content = randomBytes(PROBE_BYTES);
  try {
    await makeFolder(folder);
    const written = await timed(clock, async () => await write(path, content));
    throwIfAborted(signal);
    const { mtimeMs } = await stat(pathForSystem(path));
    const ahead = (mtimeMs - clock.now().getTime()) / 1000;
    const read = await timed(clock, async () => await readBack(path, content));
    const { bavail, bsize } = await statfs(pathForSystem(folder));
    return {
      bytesPerSecondWritten: rate(PROBE_BYTES, written),
      bytesPerSecondRead: rate(PROBE_BYTES, read),
      freeBytes: bavail * bsize,
      clockDifferenceSeconds: Math.round(ahead),
      // Whoever may write into a folder may remove from it.
      canDestroy: true,
    };
  } catch (error) {
    throw asPlaceError(error, folder);
  } finally {
    await rm(pathForSystem(path), { force: true }).catch(() => undefined);
  }
}

/** Only the last folder: one above it that is missing is a disk that is not there. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(pathForSystem(folder));
  } catch (error) {
    if (reasonOf(error) !== 'EEXIST') throw error;
  }
}

async function write(path: string, content: Uint8Array): Promise<void> {
  const file = await open(pathForSystem(path), 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function readBack(path: string, content: Uint8Array): Promise<void> {
  const found = await readFile(pathForSystem(path));
  if (Buffer.compare(found, content) !== 0) throw new LifeboatError('save-lost', { location: path, type: 'probe', name: 'probe' });
}

async function timed(clock: Clock, work: () => Promise<void>): Promise<number> {
  const started = clock.uptime();
  await work();
  return clock.uptime() - started;
}

function asPlaceError(error: unknown, path: string): unknown {
  if (isLifeboatError(error)) return error;
  const reason = reasonOf(error);
  if (reason === 'ENOSPC' || reason === 'EDQUOT') return new LifeboatError('no-space', { path }, { cause: error });
  if (reason === 'EROFS') return new LifeboatError('read-only', { path }, { cause: error });
  if (reason === 'EACCES' || reason === 'EPERM') return new LifeboatError('permission-denied', { path }, { cause: error });
  return new LifeboatError('place-unreachable', { location: path, reason }, { cause: error, retryable: true });
}
