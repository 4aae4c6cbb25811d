import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import type { MemoryBackend } from '../../src/main/engine/backend/memory/memory-backend.ts';
import { listSnapshots, restore } from '../../src/main/engine/index.ts';
import { Forger } from './forge.ts';
import { type Scratch, scratchFolder } from './scratch.ts';
import { SmallRepository } from './small-repository.ts';
import { codeOf, copyInMemory, type Surroundings, withSession } from './verbs.ts';
import { contentsBelow } from './wasteful-site.ts';

/** A sound repository of two snapshots to make hostile ones of, and what attacks on it need. */
export class HostileGround {
  readonly small: SmallRepository;
  readonly around: Surroundings;
  readonly #scratch: Scratch;

  private constructor(small: SmallRepository, scratch: Scratch) {
    this.small = small;
    this.#scratch = scratch;
    this.around = { engine: small.engine, password: 'small', source: `${scratch.path}/source`, ground: `${scratch.path}/ground` };
  }

  static async make(): Promise<HostileGround> {
    const ground = new HostileGround(await SmallRepository.make(), scratchFolder());
    const { small, around } = ground;
    await small.store({ 'rx.db': ['page one', 'page two'], scans: { 'a.png': ['picture a'.repeat(50)], 'b.png': ['picture b'] } });
    await small.store({ 'rx.db': ['page one', 'page three'], 'note.txt': ['note'] }, { time: '2026-01-02T00:00:00Z' });
    mkdirSync(around.source);
    mkdirSync(around.ground);
    writeFileSync(`${around.source}/rx.db`, 'page one');
    return ground;
  }

  /** A copy to attack, and somebody who has its keys. */
  async copy(): Promise<{ place: MemoryBackend; forger: Forger }> {
    const place = await copyInMemory(this.small.backend);
    return { place, forger: await Forger.at(place, this.around.password) };
  }

  /** A new empty folder. */
  folder(): string {
    return mkdtempSync(`${this.#scratch.path}/ground/folder-`);
  }

  /** What restore brings back of every snapshot, by snapshot and path. */
  async restorable(place: MemoryBackend): Promise<Record<string, string>> {
    const contents: Record<string, string> = {};
    try {
      await withSession(place, this.around, async (session) => {
        for (const { id } of (await listSnapshots(session)).snapshots) {
          const target = this.folder();
          await restore(session, { snapshot: id, target }).catch(codeOf);
          for (const [path, content] of Object.entries(contentsBelow(target))) contents[`${id}/${path}`] = content;
        }
      });
    } catch (error) {
      codeOf(error);
    }
    return contents;
  }

  async close(): Promise<void> {
    await this.small.close();
    this.#scratch.remove();
  }
}
