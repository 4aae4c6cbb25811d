import type { BlobOpener } from './blob-opener.ts';
import { OpenFiles } from './open-files.ts';
import { placeBlob } from './place-blob.ts';
import type { BlobPlace, PlaceOutcome, WriteException, WriteRequest, WriteResult } from './protocol.ts';

/** Decrypts, decompresses, verifies and writes, so that content never leaves the thread. */
export function writeBlobs({ keys, blobs }: WriteRequest, bytes: Uint8Array, opener: BlobOpener): WriteResult {
  const written = withFiles((files) =>
    blobs.map((part, at): WriteException => {
      const plain = opener.open(keys, bytes, part);
      return plain instanceof Uint8Array ? { at, outcomes: placeEverywhere(plain, part.places, files) } : { at, ...plain };
    }),
  );
  return { exceptions: written.filter(isWorthTelling) };
}

function isWorthTelling(written: WriteException): boolean {
  return 'damage' in written || written.outcomes.some((outcome) => outcome?.failure !== undefined || outcome?.unset !== undefined);
}

/** Writes content that was verified elsewhere. */
export function writeContent(plain: Uint8Array, places: readonly (BlobPlace | undefined)[]): (PlaceOutcome | undefined)[] {
  return withFiles((files) => placeEverywhere(plain, places, files));
}

function placeEverywhere(plain: Uint8Array, places: readonly (BlobPlace | undefined)[], files: OpenFiles): (PlaceOutcome | undefined)[] {
  return places.map((place) => place && placeBlob(plain, place, files));
}

function withFiles<T>(work: (files: OpenFiles) => T): T {
  const files = new OpenFiles();
  try {
    return work(files);
  } finally {
    files.close();
  }
}
