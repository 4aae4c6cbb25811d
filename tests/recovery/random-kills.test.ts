import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Random, seededRandom } from '../../demo/sample-pharmacy/random.ts';
import { LocalBackend } from '../../src/main/engine/backend/local/local-backend.ts';
import type { Engine } from '../../src/main/engine/index.ts';
import { engineOf, JOBS } from '../support/jobs.ts';
import { Crew } from '../support/kills/crew.ts';
import { KillingGround } from '../support/kills/killing-ground.ts';
import type { OrderedJob } from '../support/orders.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

/** How many kills; fewer by `LIFEBOAT_KILLS` while somebody works on this. */
const KILLS = Number(process.env.LIFEBOAT_KILLS ?? 500);
/** What everything that happens by chance comes from. When exactly a kill lands is the machine's. */
const SEED = process.env.LIFEBOAT_KILL_SEED ?? 'lifeboat';
/** Kills between two proofs of everything; that the structure is sound is proven after each. */
const PROOF_EVERY = 25;
/** Each of them once in peace, to learn how long it takes; the first backups also give the others something to do. */
const PRACTICE: readonly OrderedJob[] = [
  'backup',
  'backup',
  'backup',
  'backup',
  'copy',
  'forget',
  'prune',
  'repair-index',
  'repair-snapshots',
];
/** What is taken to be a job's time grows with each kill and shrinks with each order that got done, so that kills fall on all of it. */
const GROWTH = 1.15;
/** Milliseconds for a kill and all that follows from it, generously. */
const TIME_PER_KILL = 5000;

let scratch: Scratch;
let engine: Engine;
let crew: Crew;

beforeAll(() => {
  scratch = scratchFolder();
  engine = engineOf(process.pid);
  crew = new Crew();
});
afterAll(async () => {
  await crew.close();
  await engine.close();
  scratch.remove();
});

test(
  `${KILLS} random kills lose nothing that was finished`,
  async () => {
    const random = seededRandom(SEED);
    const run = new Run(await KillingGround.make(engine, scratch.path, random), random);
    try {
      await run.practise();
      await run.kill();
      await run.sweep();
    } catch (error) {
      throw new Error(`seed ${SEED}, kill ${run.kills}; last orders:\n${run.history.slice(-20).join('\n')}`, { cause: error });
    }
    if (process.env.LIFEBOAT_KILLS) console.info(run.summary());
    expect(run.kills).toBeGreaterThanOrEqual(KILLS);
  },
  60_000 + KILLS * TIME_PER_KILL,
);

class Run {
  readonly history: string[] = [];
  /** Kills of each job. */
  readonly cut = new Map<OrderedJob, number>();
  /** Milliseconds each job is taken to need. */
  readonly #took = new Map<OrderedJob, number>();
  readonly #ground: KillingGround;
  readonly #random: Random;

  constructor(ground: KillingGround, random: Random) {
    this.#ground = ground;
    this.#random = random;
  }

  get kills(): number {
    return [...this.cut.values()].reduce((sum, count) => sum + count, 0);
  }

  /** As after a kill: in a process that is new. */
  async practise(): Promise<void> {
    for (const job of PRACTICE) {
      await this.#carryOut(job, 60_000);
      await crew.dismiss();
    }
  }

  /** At least as often as wanted, and each job at least once. */
  async kill(): Promise<void> {
    for (let proven = 0; this.kills < KILLS || this.cut.size < new Set(PRACTICE).size; ) {
      await this.#carryOut();
      if (this.kills - proven < PROOF_EVERY) continue;
      await this.#ground.prove();
      proven = this.kills;
    }
  }

  /** One more prune takes away all that the dead left. */
  async sweep(): Promise<void> {
    for (const site of [this.#ground.first, this.#ground.second]) {
      await JOBS.prune(engine, { backend: new LocalBackend(site.repository), source: '' });
      await site.prove(true);
      expect(await site.locks()).toBe(0);
    }
  }

  summary(): string {
    const count = (end: string): number => this.history.filter((line) => line.endsWith(end)).length;
    const jobs = [...this.cut].map(([job, kills]) => `${job} ${kills} (${Math.round(this.#took.get(job) ?? 0)} ms)`).join(', ');
    return `killed: ${jobs}; of these while closing: ${count('closed')}; orders done: ${count('done')}`;
  }

  async #carryOut(wanted?: OrderedJob, delay?: number): Promise<void> {
    const order = this.#ground.nextOrder(wanted);
    const { job, repository } = order;
    const after = delay ?? Math.round((this.#random.below(1000) / 1000) * (this.#took.get(job) ?? 0));
    await this.#ground.prepare(order);
    const end = await crew.carryOut(order, after);
    if (end.wasCut) this.cut.set(job, (this.cut.get(job) ?? 0) + 1);
    const took = this.#took.get(job) ?? end.took;
    this.#took.set(job, end.wasCut ? took * GROWTH : (took + end.took) / 2);
    const how = end.wasCut ? (end.made === undefined ? 'cut' : 'cut while it closed') : 'done';
    this.history.push(`${job} ${repository.slice(scratch.path.length + 1)} after ${after} ms: ${how}`);
    await this.#ground.account(order, end);
  }
}
