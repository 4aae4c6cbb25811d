import { asLifeboatError } from '../../../shared/errors/index.ts';
import type { SingleSource } from '../../../shared/model/source.ts';
import type { FrozenDrives } from '../../sources/index.ts';
import type { SourceNote } from '../engine-host.ts';

/** What the system says of a file that another program keeps to itself. Rights that are missing are missing in a frozen state too. */
const LOCKED = 'EBUSY';

/** Finds files that other programs keep to themselves in a frozen state of their drive, and notes where there is none. */
export class LockedFiles {
  private readonly frozen: FrozenDrives | undefined;
  private readonly refused = new Map<string, SourceNote>();

  constructor(frozen: FrozenDrives | undefined) {
    this.frozen = frozen;
  }

  /** Where a file of `part` that could not be read lies instead; undefined: nowhere, and whoever reads it reports it. Throws `aborted` only. */
  async find({ id: part }: SingleSource, path: string, reason: string): Promise<string | undefined> {
    if (reason !== LOCKED || this.frozen === undefined) return undefined;
    try {
      return await this.frozen.pathOf(path);
    } catch (error) {
      const { code } = asLifeboatError(error);
      if (code === 'aborted') throw error;
      this.refused.set(part, { part, code: 'file-locked', detail: code });
      return undefined;
    }
  }

  /** One for each part with files that stay out of the copy; each file is a warning of its own. */
  get notes(): SourceNote[] {
    return [...this.refused.values()];
  }
}
