import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { noise } from '../../../demo/sample-pharmacy/random.ts';
import { LocalBackend } from '../../../src/main/engine/backend/local/local-backend.ts';
import { backup, type Engine, type Id } from '../../../src/main/engine/index.ts';
import { JOBS, OLD_PASSWORD } from '../jobs.ts';
import { type Digest, digestBelow, ProvenSite } from './proven-site.ts';

/** How many snapshots of the broken site lost a file. */
const BROKEN = 4;

/** A repository with snapshots that lost a file each, to be repaired again and again. */
export class BrokenSite {
  readonly repository: string;
  readonly #engine: Engine;
  readonly #template: string;
  readonly #source: string;
  /** What is left of each broken snapshot. */
  readonly #rest = new Map<Id, Digest>();
  #sound: [Id, Digest] | undefined;
  #repairs = 0;

  private constructor(engine: Engine, root: string) {
    this.#engine = engine;
    this.#template = `${root}/broken-template`;
    this.#source = `${root}/broken-source`;
    this.repository = `${root}/broken`;
  }

  static async make(engine: Engine, root: string): Promise<BrokenSite> {
    const site = new BrokenSite(engine, root);
    await site.#build();
    site.breakAgain();
    return site;
  }

  /** Puts the broken state back. */
  breakAgain(): void {
    rmSync(this.repository, { recursive: true, force: true });
    cpSync(this.#template, this.repository, { recursive: true });
  }

  /** What must hold at any time: each broken snapshot is there or its repaired one is, which gives back what was left. */
  async prove(): Promise<void> {
    const site = new ProvenSite(this.#engine, this.repository, this.#source);
    const snapshots = await site.snapshots();
    const [sound, digest] = this.#sound as [Id, Digest];
    await site.proveSnapshot(sound, digest);
    for (const [id, rest] of this.#rest) {
      const repaired = snapshots.filter(({ snapshot }) => snapshot.original === id);
      if (repaired.length === 0 && !snapshots.some((entry) => entry.id === id)) throw new Error(`broken snapshot ${id} is gone`);
      for (const entry of repaired) await site.proveSnapshot(entry.id, rest);
    }
  }

  /** What must hold when a repair came to its end. */
  async proveRepaired(): Promise<void> {
    const site = new ProvenSite(this.#engine, this.repository, this.#source);
    const originals = (await site.snapshots()).flatMap(({ snapshot }) => snapshot.original ?? []);
    if (originals.length !== this.#rest.size) throw new Error(`${originals.length} repaired snapshots instead of ${this.#rest.size}`);
    await this.prove();
    await site.prove(this.#repairs++ === 0);
  }

  async #build(): Promise<void> {
    mkdirSync(`${this.#source}/scans`, { recursive: true });
    await this.#engine.init(this.#template, OLD_PASSWORD);
    this.#put('kept', 'scans/kept');
    this.#sound = [await this.#backup(), digestBelow(this.#source)];
    const before = new Set(await this.#packs());
    for (let n = 0; n < BROKEN; n++) await this.#addBroken(n);
    for (const pack of await this.#lostPacks(before)) await new LocalBackend(this.#template).remove({ type: 'data', name: pack });
    await JOBS['repair-index'](this.#engine, { backend: new LocalBackend(this.#template), source: this.#source });
  }

  /** A snapshot with a file that will be lost, beside those that are stored already. */
  async #addBroken(n: number): Promise<void> {
    const rest = digestBelow(this.#source);
    this.#put(`scans/lost-${n}`);
    this.#rest.set(await this.#backup(), rest);
    rmSync(`${this.#source}/scans/lost-${n}`);
  }

  #put(...names: string[]): void {
    for (const name of names) writeFileSync(`${this.#source}/${name}`, noise(name, 20_000));
  }

  async #backup(): Promise<Id> {
    const session = await this.#engine.open(this.#template, OLD_PASSWORD, 'appending');
    try {
      return (await backup(session, { source: { kind: 'paths', paths: [this.#source] } })).snapshotId as Id;
    } finally {
      await session.close();
    }
  }

  async #packs(): Promise<Id[]> {
    return await Array.fromAsync(new LocalBackend(this.#template).list('data'), ({ name }) => name);
  }

  /** The packs of content that came since. */
  async #lostPacks(before: ReadonlySet<Id>): Promise<Id[]> {
    const session = await this.#engine.open(this.#template, OLD_PASSWORD, 'reading', { lock: false });
    try {
      await session.repository.loadIndex();
      const packs = [...session.repository.index.entries()].filter(({ type }) => type === 'data').map(({ pack }) => pack);
      return [...new Set(packs)].filter((pack) => !before.has(pack));
    } finally {
      await session.close();
    }
  }
}
