import { closeSync, constants, openSync } from 'node:fs';
import { beginWriting, reasonOf } from '../filesystem/index.ts';
import { pathForSystem } from '../format/name.ts';

const { O_RDWR, O_NOFOLLOW = 0 } = constants;
/** Small enough for every system's limit, even with many threads. */
const MOST_OPEN = 32;

/** Files that are written to at several places, each opened once as long as there are few. */
export class OpenFiles {
  private readonly files = new Map<string, { descriptor: number; onFailure: ((reason: string) => void)[] }>();

  /**
   * Opens a file that is there, no link. Throws as `node:fs` does. What was written may turn out to be lost as late as at
   * closing: then `onFailure` hears why.
   */
  open(path: string, onFailure: (reason: string) => void): number {
    const known = this.files.get(path);
    if (known !== undefined) {
      known.onFailure.push(onFailure);
      return known.descriptor;
    }
    if (this.files.size >= MOST_OPEN) this.close();
    const descriptor = openSync(pathForSystem(path), O_RDWR | O_NOFOLLOW);
    this.files.set(path, { descriptor, onFailure: [onFailure] });
    return descriptor;
  }

  close(): void {
    for (const { descriptor, onFailure } of this.files.values()) {
      try {
        beginWriting(descriptor);
        closeSync(descriptor);
      } catch (error) {
        for (const tell of onFailure) tell(reasonOf(error));
      }
    }
    this.files.clear();
  }
}
