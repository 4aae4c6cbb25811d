import type { Id } from '../format/id.ts';
import type { IndexedPack } from '../format/index-file.ts';
import { RepositoryAppender } from './appending.ts';
import { writeIndexFiles } from './index/index-writer.ts';
import type { ExclusiveRepository, ListedType } from './repository.ts';

/** An open repository that nobody else uses: the only one that deletes. */
export class RepositoryKeeper extends RepositoryAppender implements ExclusiveRepository {
  async sweepTemporary(signal?: AbortSignal): Promise<number> {
    await this.parts.assertLocked();
    return (await this.parts.backend.sweepTemporary?.(signal)) ?? 0;
  }

  async removeFile(type: ListedType, id: Id): Promise<void> {
    await this.parts.assertLocked();
    await this.parts.backend.remove({ type, name: id });
  }

  async saveIndexFiles(packs: Iterable<IndexedPack>, signal?: AbortSignal): Promise<Id[]> {
    await this.parts.assertLocked();
    const ids = await writeIndexFiles(this.savedFiles, packs, signal);
    await this.saves.confirm(signal);
    await this.parts.assertLocked({ look: true });
    return ids;
  }

  resetIndex(packs: Iterable<IndexedPack>): void {
    this.memoryIndex.replaceWith(packs);
  }
}
