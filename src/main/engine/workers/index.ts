export { BlobOpener } from './blob-opener.ts';
export { openBlobs } from './open-blobs.ts';
export { createWorkerPool, type CutTaskHandle, type WorkerPool } from './pool.ts';
export type {
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
  SealResult,
} from './protocol.ts';
