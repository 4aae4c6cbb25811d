import { createHash } from 'node:crypto';
import { LocalBackend } from '../../../src/main/engine/backend/local/local-backend.ts';
import { check, type Engine, type Id, listSnapshots, type SnapshotEntry } from '../../../src/main/engine/index.ts';
import { OLD_PASSWORD } from '../jobs.ts';
import { isMissing, PARTS } from '../parts.ts';
import { Inspector } from '../recovery-facts.ts';
import { resticOk } from '../restic.ts';
import { type Contents, contentsBelow } from '../wasteful-site.ts';

/** The hash of all contents below a folder: what a snapshot of it must give back. */
export type Digest = string;

/** The digest of what is below `folder` now. */
export function digestBelow(folder: string): Digest {
  return digestOf(contentsBelow(folder));
}

/** A repository, and what each of its snapshots must give back. */
export class ProvenSite {
  readonly repository: string;
  readonly expected = new Map<Id, Digest>();
  readonly #engine: Engine;
  readonly #source: string;

  /** `source`: the folder that is backed up there. */
  constructor(engine: Engine, repository: string, source: string) {
    this.#engine = engine;
    this.repository = repository;
    this.#source = source;
  }

  /** The snapshots that can be seen without taking a lock. Throws if one of them cannot be read. */
  async snapshots(): Promise<SnapshotEntry[]> {
    const session = await this.#engine.open(this.repository, OLD_PASSWORD, 'reading', { lock: false });
    try {
      const { snapshots, unreadable } = await listSnapshots(session);
      if (unreadable.length > 0) throw new Error(`${this.repository} has snapshots that cannot be read: ${unreadable.join(' ')}`);
      return snapshots;
    } finally {
      await session.close();
    }
  }

  /** Everything that must hold, whatever was killed: throws what does not. `withRestic`: also by restic's own check. */
  async prove(withRestic: boolean): Promise<void> {
    await this.proveSound('all');
    if (withRestic && !isMissing(PARTS.restic))
      await resticOk(['check', '--no-lock', '--read-data'], { repo: this.repository, password: OLD_PASSWORD });
    for (const [snapshot, digest] of this.expected) await this.proveSnapshot(snapshot, digest);
  }

  async proveSnapshot(snapshot: Id, digest: Digest): Promise<void> {
    const restored = digestOf(await this.#inspector().restored(snapshot));
    if (restored !== digest) throw new Error(`${this.repository}: snapshot ${snapshot} does not give back what was backed up`);
  }

  /** Throws what a check finds, of the structure only or of all data; nothing was repaired before. */
  async proveSound(readData: 'none' | 'all'): Promise<void> {
    const session = await this.#engine.open(this.repository, OLD_PASSWORD, 'reading', { lock: false });
    try {
      const errors = (await check(session, { readData })).findings.filter(({ severity }) => severity === 'error');
      if (errors.length > 0) throw new Error(`${this.repository} is damaged: ${JSON.stringify(errors)}`);
    } finally {
      await session.close();
    }
  }

  /** Stores, in one pack, content that nothing needs and second copies of some that is needed: work for prune. */
  async waste(content: Uint8Array): Promise<void> {
    const session = await this.#engine.open(this.repository, OLD_PASSWORD, 'appending');
    try {
      const { repository } = session;
      await repository.loadIndex();
      const stored = [...repository.index.entries()].filter(({ type }) => type === 'data').slice(0, 2);
      await repository.withUploader(async (uploader) => {
        await uploader.saveBlob('data', content);
        for (const { id } of stored) await uploader.saveBlob('data', await repository.loadBlob('data', id), { force: true });
      });
    } finally {
      await session.close();
    }
  }

  /** Lock files that are there. */
  async locks(): Promise<number> {
    return (await Array.fromAsync(new LocalBackend(this.repository).list('locks'))).length;
  }

  #inspector(): Inspector {
    return new Inspector(this.#engine, { repository: this.repository, source: this.#source, expected: new Map() }, OLD_PASSWORD);
  }
}

function digestOf(contents: Contents): Digest {
  const sorted = Object.entries(contents).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}
