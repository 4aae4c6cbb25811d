import { contentOf } from '../tree-walk/index.ts';
import { sha256 } from '../crypto/index.ts';
import { IdSet } from '../format/id-set.ts';
import type { Id } from '../format/id.ts';
import type { TreeNode } from '../format/node.ts';

/** Which contents of files were met. */
export class UniqueContents {
  readonly #contents = new IdSet();
  files = 0;
  bytes = 0;

  /** Counts a file whose content was not met before; true if it is one. Other entries do not count. */
  add(node: TreeNode): boolean {
    if (node.type !== 'file' || !this.#contents.add(sha256(Buffer.from((node.content ?? []).join(''))))) return false;
    this.files += 1;
    this.bytes += node.size ?? 0;
    return true;
  }
}

/** Which blobs the different contents of each path are made of. A content counts at the first path where it is met. */
export class BlobsPerFile {
  readonly #contents = new UniqueContents();
  readonly #pairs = new IdSet();
  readonly #paths = new IdSet();
  blobs = 0;
  bytes = 0;

  get files(): number {
    return this.#paths.size;
  }

  /** Counts a file's blobs; `lengthOf` is a blob's plain bytes. */
  add(path: string, node: TreeNode, lengthOf: (blob: Id) => number): void {
    if (!this.#contents.add(node)) return;
    for (const blob of contentOf(node)) {
      this.#paths.add(sha256(Buffer.from(path)));
      if (!this.#pairs.add(sha256(Buffer.from(`${path}\0${blob}`)))) continue;
      this.blobs += 1;
      this.bytes += lengthOf(blob);
    }
  }
}
