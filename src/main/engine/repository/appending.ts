import { isLifeboatError } from '../../../shared/errors/index.ts';
import type { Id } from '../format/id.ts';
import { encodeSnapshot, type Snapshot } from '../format/snapshot.ts';
import { ConfirmedSaves } from './confirmed-saves.ts';
import { PackUploader } from './pack-uploader.ts';
import { RepositoryReader, type RepositoryParts } from './reading.ts';
import type { AppendingRepository, Uploader } from './repository.ts';
import { SealedFiles } from './sealed-files.ts';
import { withoutSaving } from './without-saving.ts';

/** An open repository that may grow. */
export class RepositoryAppender extends RepositoryReader implements AppendingRepository {
  protected readonly saves: ConfirmedSaves;
  /** Reads and writes; what it writes is confirmed by `saves`. */
  protected readonly savedFiles: SealedFiles;

  constructor(parts: RepositoryParts) {
    super(parts);
    this.saves = new ConfirmedSaves(parts.backend);
    this.savedFiles = new SealedFiles(this.saves, parts.keys, parts.config.version);
  }

  async withUploader<T>(work: (uploader: Uploader) => Promise<T>, options: { signal?: AbortSignal; dryRun?: boolean } = {}): Promise<T> {
    const backend = options.dryRun ? withoutSaving(this.parts.backend) : this.saves;
    const files = options.dryRun ? new SealedFiles(backend, this.parts.keys, this.parts.config.version) : this.savedFiles;
    const uploader = new PackUploader(
      { ...this.parts, backend, files, index: this.memoryIndex, indexFiles: this.indexFiles },
      options.signal,
    );
    try {
      const result = await work(uploader);
      await uploader.finish();
      await this.saves.confirm(options.signal);
      return result;
    } catch (error) {
      await uploader.abandon(error);
      throw await this.explained(error);
    }
  }

  /** What vanished after our lock did was taken by somebody who thought himself alone: then that is what to say. */
  private async explained(error: unknown): Promise<unknown> {
    if (!isLifeboatError(error, 'save-lost')) return error;
    try {
      await this.parts.assertLocked({ look: true });
      return error;
    } catch (lost) {
      return isLifeboatError(lost, 'lock-lost') ? lost : error;
    }
  }

  async saveSnapshot(snapshot: Snapshot): Promise<Id> {
    // Held before and after: whoever removes what nothing needs saw either our lock or the snapshot.
    await this.parts.assertLocked({ look: true });
    const id = await this.savedFiles.save('snapshots', encodeSnapshot(snapshot));
    await this.saves.confirm();
    await this.parts.assertLocked({ look: true });
    return id;
  }
}
