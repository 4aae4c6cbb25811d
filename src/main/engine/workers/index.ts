export { BlobOpener } from './blob-opener.ts';
export { openBlobs } from './open-blobs.ts';
export { createWorkerPool, type CutTaskHandle, Unread, type WorkerPool } from './pool.ts';
export type {
  BlobPlace,
  CutRequest,
  CutResult,
  FilePiece,
  FilledPack,
  FileStamp,
  HashResult,
  OpenedBlob,
  OpenRequest,
  PackRemainder,
  Piece,
  PieceResult,
  PlaceOutcome,
  SealedBytes,
  SealedPart,
  SealResult,
} from './protocol.ts';
export { writeContent } from './write-blobs.ts';
