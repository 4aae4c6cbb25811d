import type { OnProgress, Warning, WarningCode } from '../../../shared/model/progress.ts';
import type { BackupCounts } from '../operations/contract.ts';
import { noCounts } from './counts.ts';

/** What a backup counts and what it must say at the end; tells the listener as it goes. */
export class Tally {
  readonly counts: BackupCounts = noCounts();
  readonly warnings: Warning[] = [];
  private readonly onProgress: OnProgress | undefined;
  private filesMet = 0;
  private bytesMet = 0;
  private totalFiles = 0;
  private totalBytes = 0;
  private bytesUnderWay = 0;

  constructor(onProgress: OnProgress | undefined) {
    this.onProgress = onProgress;
  }

  warn(code: WarningCode, path: string, detail?: string): void {
    const warning: Warning = detail === undefined ? { code, path } : { code, path, detail };
    this.warnings.push(warning);
    this.onProgress?.({ kind: 'warning', warning });
  }

  current(path: string): void {
    this.onProgress?.({ kind: 'current', path });
  }

  /** A total somebody else found out; it only grows. */
  expect(files: number, bytes: number): void {
    if (files <= this.totalFiles && bytes <= this.totalBytes) return;
    this.totalFiles = Math.max(this.totalFiles, files);
    this.totalBytes = Math.max(this.totalBytes, bytes);
    this.onProgress?.({ kind: 'total', files: this.totalFiles, bytes: this.totalBytes });
  }

  /** The walk came to a file: the total is at least what was met so far. */
  fileMet(bytes: number): void {
    this.filesMet += 1;
    this.bytesMet += bytes;
    if (this.totalFiles > 0) this.expect(this.filesMet, this.bytesMet);
  }

  /** Part of a file that takes long was read. */
  bytesRead(bytes: number): void {
    this.bytesUnderWay += bytes;
    this.tellDone();
  }

  /** A file is done; `underWay` of its bytes were told before. */
  fileDone(bytes: number, underWay = 0): void {
    this.bytesUnderWay -= underWay;
    this.counts.filesProcessed += 1;
    this.counts.bytesProcessed += bytes;
    this.tellDone();
  }

  private tellDone(): void {
    const { filesProcessed: files, bytesProcessed, bytesStored: storedBytes } = this.counts;
    this.onProgress?.({ kind: 'done', files, bytes: bytesProcessed + this.bytesUnderWay, storedBytes });
  }
}
