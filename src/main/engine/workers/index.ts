export { openBlobs } from './open-blobs.ts';
export { createWorkerPool, type CutTaskHandle, type WorkerPool } from './pool.ts';
export type {
  CutRequest,
  CutResult,
  FilePiece,
  FileStamp,
  HashResult,
  OpenedBlob,
  OpenRequest,
  Piece,
  PieceResult,
  SealResult,
} from './protocol.ts';
