import { parentPort } from 'node:worker_threads';
import { isLifeboatError } from '../../../shared/errors/index.ts';
import { free } from '../crypto/index.ts';
import { scanDirectory } from '../filesystem/index.ts';
import { CutTask } from './cut-task.ts';
import { BlobOpener } from './blob-opener.ts';
import { openBlobs } from './open-blobs.ts';
import type { CutRequest, Decision, FromWorker, OpenedBlob, Request, Results, ToWorker } from './protocol.ts';
import { PackFiller } from './pack-filler.ts';
import { resealBlobs } from './reseal-blobs.ts';
import { sealBlobs } from './seal-blobs.ts';
import { SealedReader } from './sealed-reader.ts';
import { verifyPack } from './verify-pack.ts';
import { writeBlobs } from './write-blobs.ts';

/** One thread of the pool: takes requests one after the other. Knows nothing of repositories. */
if (parentPort === null) throw new Error('worker.ts runs only as a worker thread');
const port = parentPort;

/** Memory for reading is kept: fresh memory costs as much as reading it does. */
const MEMORY_BYTES = 8 * 1024 * 1024;
const spare: Uint8Array[] = [];
const filler = new PackFiller();
const opener = new BlobOpener();
const reader = new SealedReader();
const waiting = new Map<number, { task: CutTask; memory: Uint8Array }>();

port.on('message', (message: ToWorker) => {
  if ('close' in message) return port.close();
  if ('spare' in message) return filler.keep(message.spare);
  try {
    if ('decision' in message) finishCut(message.task, message.decision);
    else if (message.request.kind === 'cut') startCut(message.task, message.request);
    else answer(message.task, message.request);
    if ('request' in message && 'bytes' in message.request && message.request.bytes instanceof Uint8Array) free(message.request.bytes);
  } catch (error) {
    waiting.delete(message.task);
    const report = isLifeboatError(error) ? error : undefined;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    post({ task: message.task, step: 'failed', code: report?.code, data: report?.data, message: text });
  }
});

function answer(task: number, request: Exclude<Request, CutRequest>): void {
  switch (request.kind) {
    case 'scan':
      return done(task, scanDirectory(request.path), []);
    case 'drain': {
      const remainder = filler.drain(request.into);
      return done(task, { remainder }, remainder ? [remainder.body.buffer] : []);
    }
    case 'seal': {
      const sealed = sealBlobs(request, request.blobs);
      return done(task, sealed, [sealed.bytes.buffer]);
    }
    case 'open': {
      const opened = openBlobs(request, opener);
      const memories = new Set(opened.blobs.filter(isBytes).map((bytes) => bytes.buffer));
      return done(task, opened, [...memories]);
    }
    case 'write': {
      const bytes = reader.bytesOf(request.bytes);
      return bytes ? done(task, writeBlobs(request, bytes, opener), []) : post({ task, step: 'unread' });
    }
    case 'reseal': {
      const resealed = resealBlobs(request, opener);
      return done(task, resealed, [resealed.bytes.buffer]);
    }
    case 'verify-pack': {
      const bytes = reader.bytesOf(request.bytes);
      return bytes ? done(task, verifyPack(request.keys, bytes, opener), []) : post({ task, step: 'unread' });
    }
  }
}

function isBytes(blob: OpenedBlob): blob is Uint8Array<ArrayBuffer> {
  return blob instanceof Uint8Array;
}

function startCut(id: number, request: CutRequest): void {
  const memory = memoryFor(CutTask.memoryNeeded(request));
  const task = new CutTask(request, memory);
  waiting.set(id, { task, memory });
  const cut = task.cut();
  post({ task: id, step: 'cut', result: cut }, cut.rest ? [cut.rest.buffer] : []);
  const hashed = task.hash();
  post({ task: id, step: 'hashed', result: hashed }, [hashed.ids.buffer, hashed.lengths.buffer]);
}

function memoryFor(needed: number): Uint8Array {
  const isUsual = needed > 0 && needed <= MEMORY_BYTES;
  return isUsual ? (spare.pop() ?? new Uint8Array(MEMORY_BYTES)) : new Uint8Array(needed);
}

function finishCut(id: number, decision: Decision): void {
  const entry = waiting.get(id);
  if (!entry) return;
  waiting.delete(id);
  const sealed = entry.task.seal(decision, filler);
  if (entry.memory.length === MEMORY_BYTES) spare.push(entry.memory);
  const { stored, packs, returned } = sealed;
  const buffers = [...packs.flatMap(({ body, header }) => [body.buffer, header.buffer]), ...returned.map(({ buffer }) => buffer)];
  done(id, sealed, [stored.buffer, ...buffers]);
}

function done(task: number, result: Results[keyof Results], transfer: ArrayBuffer[]): void {
  post({ task, step: 'done', result }, transfer);
}

function post(message: FromWorker, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}
