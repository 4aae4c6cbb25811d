import { closeSync, fstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/** A file that is appended to and, when it is full, becomes the first of a few older ones: `x.log`, `x.log.1`, ... */
export class RotatingFile {
  private readonly path: string;
  private readonly files: number;
  private readonly bytes: number;
  private open: { handle: number; bytes: number } | undefined;

  /** @param limits How many files there are at most, and bytes of each. */
  constructor(path: string, { files, bytes }: { files: number; bytes: number }) {
    this.path = path;
    this.files = files;
    this.bytes = bytes;
  }

  /** Throws what the system says. */
  write(line: string): void {
    const bytes = Buffer.from(line, 'utf8');
    let file = this.open ?? this.begin();
    if (file.bytes > 0 && file.bytes + bytes.length > this.bytes) {
      this.close();
      this.rotate();
      file = this.begin();
    }
    file.bytes += writeSync(file.handle, bytes);
  }

  close(): void {
    if (this.open) closeSync(this.open.handle);
    this.open = undefined;
  }

  private begin(): { handle: number; bytes: number } {
    const handle = openSync(this.path, 'a', 0o600);
    this.open = { handle, bytes: fstatSync(handle).size };
    return this.open;
  }

  private rotate(): void {
    rmSync(`${this.path}.${this.files - 1}`, { force: true });
    for (let number = this.files - 2; number >= 0; number--) this.moveUp(number);
  }

  private moveUp(number: number): void {
    try {
      renameSync(number === 0 ? this.path : `${this.path}.${number}`, `${this.path}.${number + 1}`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}
