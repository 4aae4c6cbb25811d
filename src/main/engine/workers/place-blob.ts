import { closeSync, constants, fsyncSync, ftruncateSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { applyMetadata, beginWriting, isHole, reasonOf, type UnsetDetail } from '../filesystem/index.ts';
import { pathForSystem } from '../format/name.ts';
import type { OpenFiles } from './open-files.ts';
import type { BlobPlace, PartOfFile, PlaceOutcome, WholeFile } from './protocol.ts';

const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0 } = constants;
const OWNER_ONLY = 0o600;
/** The disk is told to begin with files from this size on: smaller ones it takes faster many at a time. */
const WORTH_BEGINNING = 64 * 1024;
/** Windows notes a new time of modification when a file that was written to is closed. */
const AFTER_CLOSING = process.platform === 'win32';

/** Writes a blob's content where it belongs. Never throws; until `files` are closed a failure may still be added. */
export function placeBlob(plain: Uint8Array, place: BlobPlace, files: OpenFiles): PlaceOutcome {
  try {
    return place.kind === 'part' ? writePart(plain, place, files) : writeWhole(plain, place);
  } catch (error) {
    return { failure: reasonOf(error) };
  }
}

function writePart(plain: Uint8Array, { file, offset }: PartOfFile, files: OpenFiles): PlaceOutcome {
  const outcome: PlaceOutcome = {};
  const onFailure = (reason: string): void => void (outcome.failure ??= reason);
  if (!isHole(plain)) writeFully(files.open(file.path, onFailure), plain, offset);
  return outcome;
}

function writeWhole(plain: Uint8Array, { temporary, path, durable, details }: WholeFile): PlaceOutcome {
  const { descriptor, made } = openNew(temporary);
  let unset: UnsetDetail[] | undefined;
  try {
    try {
      if (isHole(plain)) ftruncateSync(descriptor, plain.length);
      else writeFully(descriptor, plain, 0);
      if (durable) fsyncSync(descriptor);
      else if (plain.length >= WORTH_BEGINNING) beginWriting(descriptor);
      if (!AFTER_CLOSING) unset = applyMetadata(made, details, descriptor);
    } finally {
      closeSync(descriptor);
    }
    unset ??= applyMetadata(made, details);
    renameSync(pathForSystem(made), pathForSystem(path));
    return unset.length > 0 ? { unset } : {};
  } catch (error) {
    rmSync(pathForSystem(made), { force: true });
    throw error;
  }
}

/** Somebody's earlier file may have the same name by chance: then another is as good. */
function openNew(temporary: string): { descriptor: number; made: string } {
  for (let attempt = 0; ; attempt++) {
    const made = attempt === 0 ? temporary : `${temporary}${attempt}`;
    try {
      return { descriptor: openSync(pathForSystem(made), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, OWNER_ONLY), made };
    } catch (error) {
      if (reasonOf(error) !== 'EEXIST') throw error;
    }
  }
}

function writeFully(descriptor: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(descriptor, bytes, done, bytes.length - done, position + done);
  }
}
