import { mkdirSync, writeFileSync } from 'node:fs';
import { noise, type Random } from '../../../demo/sample-pharmacy/random.ts';
import type { Engine, Id } from '../../../src/main/engine/index.ts';
import { OLD_PASSWORD } from '../jobs.ts';
import { BrokenSite } from './broken-site.ts';
import type { OrderEnd } from './crew.ts';
import type { Order, OrderedJob } from '../orders.ts';
import { type Digest, digestBelow, ProvenSite } from './proven-site.ts';

/** How often each job is ordered. */
const WEIGHTS: readonly (readonly [OrderedJob, number])[] = [
  ['backup', 6],
  ['copy', 5],
  ['forget', 3],
  ['prune', 5],
  ['repair-index', 2],
  ['repair-snapshots', 4],
];
const JOBS_BY_WEIGHT = WEIGHTS.flatMap(([job, weight]) => Array.from({ length: weight }, () => job));
/** Snapshots a repository keeps at least and has at most. */
const FEWEST = 2;
const MOST = 7;
const FILES = 12;

/** A source, its repository, the copy of that, and a broken one: what orders are given on, and what must hold there. */
export class KillingGround {
  readonly first: ProvenSite;
  readonly second: ProvenSite;
  readonly #broken: BrokenSite;
  readonly #source: string;
  readonly #random: Random;
  /** What every snapshot that ever was in the first repository must give back, also as a copy. */
  readonly #digests = new Map<Id, Digest>();
  #changes = 0;

  private constructor(engine: Engine, broken: BrokenSite, root: string, random: Random) {
    this.#source = `${root}/source`;
    this.first = new ProvenSite(engine, `${root}/first`, this.#source);
    this.second = new ProvenSite(engine, `${root}/second`, this.#source);
    this.#broken = broken;
    this.#random = random;
  }

  static async make(engine: Engine, root: string, random: Random): Promise<KillingGround> {
    const ground = new KillingGround(engine, await BrokenSite.make(engine, root), root, random);
    for (const { repository } of [ground.first, ground.second]) await engine.init(repository, OLD_PASSWORD);
    for (const folder of ['counter', 'office']) mkdirSync(`${ground.#source}/${folder}`, { recursive: true });
    for (let file = 0; file < FILES; file++) ground.#write(file);
    return ground;
  }

  /** What to do next; some order of `job` if it is given. */
  nextOrder(job: OrderedJob = this.#random.pick(JOBS_BY_WEIGHT)): Order {
    const { repository, expected } = this.#random.chance(0.5) ? this.first : this.second;
    if (job === 'backup' || this.first.expected.size < FEWEST) return this.#orderBackup();
    if (job === 'copy') return { job, repository: this.second.repository, from: this.first.repository };
    if (job === 'repair-snapshots') return { job, repository: this.#broken.repository };
    if (job !== 'forget') return { job, repository };
    return expected.size <= FEWEST ? { job: 'prune', repository } : { job, repository, snapshots: this.#someOf(expected) };
  }

  /** Makes something to do for an order that may find nothing. */
  async prepare(order: Order): Promise<void> {
    if (order.job === 'prune') await this.#siteOf(order).waste(noise(`waste ${this.#changes++}`, 50_000));
  }

  /** Takes in what an order did, and throws if something is not as it must be. */
  async account(order: Order, { wasCut, made }: OrderEnd): Promise<void> {
    if (order.job === 'repair-snapshots') return await this.#accountRepair(wasCut);
    const site = this.#siteOf(order);
    if (wasCut) await site.proveSound('none');
    const entries = await site.snapshots();
    const there = new Set(entries.map(({ id }) => id));
    for (const id of made ?? []) if (!there.has(id)) throw new Error(`finished snapshot ${id} is not there`);
    this.#forgetGone(site, there, order.job === 'forget' ? order.snapshots : []);
    if (made !== undefined && order.job === 'forget' && order.snapshots.some((id) => there.has(id))) throw new Error('forgotten in vain');
    for (const { id, snapshot } of entries) {
      if (site.expected.has(id)) continue;
      if (order.job === 'backup') this.#digests.set(id, digestBelow(this.#source));
      const digest = this.#digests.get(snapshot.original ?? id);
      if (digest === undefined) throw new Error(`snapshot ${id} came from nowhere`);
      site.expected.set(id, digest);
    }
  }

  /** Everything that must hold in all repositories. */
  async prove(): Promise<void> {
    await this.first.prove(true);
    await this.second.prove(true);
    await this.#broken.prove();
  }

  #siteOf({ repository }: Order): ProvenSite {
    return repository === this.first.repository ? this.first : this.second;
  }

  async #accountRepair(wasCut: boolean): Promise<void> {
    if (wasCut) return;
    await this.#broken.proveRepaired();
    this.#broken.breakAgain();
  }

  #forgetGone({ expected }: ProvenSite, there: ReadonlySet<Id>, allowed: readonly Id[]): void {
    for (const id of expected.keys()) {
      if (there.has(id)) continue;
      if (!allowed.includes(id)) throw new Error(`snapshot ${id} is gone`);
      expected.delete(id);
    }
  }

  #orderBackup(): Order {
    const changed = this.#random.between(1, 4);
    for (let i = 0; i < changed; i++) this.#write(this.#random.below(FILES));
    return { job: 'backup', repository: this.first.repository, source: this.#source };
  }

  #write(file: number): void {
    const path = `${this.#source}/${file % 2 === 0 ? 'counter' : 'office'}/${file}.bin`;
    writeFileSync(path, noise(`${this.#changes++}`, this.#random.between(1000, 200_000)));
  }

  /** Enough to come back below the most, never all. */
  #someOf(expected: ReadonlyMap<Id, Digest>): Id[] {
    const ids = [...expected.keys()];
    const fewest = Math.max(1, ids.length - MOST);
    const count = this.#random.between(fewest, Math.max(fewest, ids.length - FEWEST));
    return ids.sort().slice(0, count);
  }
}
