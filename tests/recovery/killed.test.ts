import { spawn } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { LocalBackend } from '../../src/main/engine/backend/local/local-backend.ts';
import type { Engine } from '../../src/main/engine/index.ts';
import { isLifeboatError } from '../../src/shared/errors/index.ts';
import { type Death, deadlyBackend, MOMENTS, type WriteKind } from '../support/deadly-backend.ts';
import { isMissing, PARTS } from '../support/parts.ts';
import { finished } from '../support/finished.ts';
import { engineOf, type Job, JOBS, NEW_PASSWORD, OLD_PASSWORD } from '../support/jobs.ts';
import { DEAD_PID } from '../support/lock-world.ts';
import { program } from '../support/program.ts';
import { Inspector } from '../support/recovery-facts.ts';
import { resticOk } from '../support/restic.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { contentsBelow, copyOf, makeWastefulSite, type WastefulSite } from '../support/wasteful-site.ts';

/** Repositories tried at a time: taking a lock is mostly waiting. */
const AT_A_TIME = 4;
/** The kinds of write each job consists of, sorted: so that none is missed. */
const WRITES: Record<Job, WriteKind[]> = {
  init: ['save config', 'save keys'],
  backup: ['remove locks', 'save data', 'save index', 'save locks', 'save snapshots'],
  forget: ['remove locks', 'remove snapshots', 'save locks'],
  prune: ['remove data', 'remove index', 'remove locks', 'save data', 'save index', 'save locks'],
  'repair-index': ['remove index', 'remove locks', 'save index', 'save locks'],
  'repair-packs': ['remove data', 'remove index', 'remove locks', 'save data', 'save index', 'save locks'],
  'add-key': ['remove locks', 'save keys', 'save locks'],
  'change-password': ['remove keys', 'remove locks', 'save keys', 'save locks'],
};

let scratch: Scratch;
let template: WastefulSite;
/** Makes locks of a process that is no more. */
let victim: Engine;
let survivor: Engine;
let copies = 0;

beforeAll(async () => {
  scratch = scratchFolder();
  victim = engineOf(DEAD_PID);
  survivor = engineOf(process.pid);
  template = await makeWastefulSite(survivor, scratch.path);
});
afterAll(async () => {
  await victim.close();
  await survivor.close();
  scratch.remove();
});

describe.each(Object.keys(JOBS) as Job[])('%s cut off at every write', (job) => {
  test('loses nothing that was finished', async () => {
    const seen = new Set<WriteKind>();
    const kinds = await atEveryWrite(async (death) => {
      const site = await freshSite(job);
      const kind = await dieAt(job, site, death);
      if (kind !== undefined) {
        const withRestic = !seen.has(kind);
        seen.add(kind);
        await assertRecovers(job, site, { withRestic, cutOff: `${death.moment} ${kind}` });
      }
      rmSync(site.repository, { recursive: true });
      return kind;
    });
    expect(kinds).toEqual(WRITES[job]);
  });
});

describe('a process really killed', () => {
  test.each<[Job, Death]>([
    ['init', { write: 2, moment: 'half-way' }],
    ['backup', { write: 2, moment: 'half-way' }],
    ['backup', { write: 4, moment: 'before' }],
    ['backup', { write: 5, moment: 'after' }],
    ['forget', { write: 2, moment: 'after' }],
    ['prune', { write: 5, moment: 'after' }],
    ['repair-index', { write: 2, moment: 'after' }],
    ['repair-packs', { write: 4, moment: 'after' }],
    ['change-password', { write: 2, moment: 'after' }],
  ])('%s at %j', async (job, { write, moment }) => {
    const site = await freshSite(job);
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', program('job-process'), job, site.repository, site.source, `${write}`, moment],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const { stderr } = await finished(child);
    expect({ signal: child.signalCode, stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
    await assertRecovers(job, site, { withRestic: true, cutOff: `${moment} write ${write}` });
    rmSync(site.repository, { recursive: true });
  });
});

async function freshSite(job: Job): Promise<WastefulSite> {
  const repository = `${scratch.path}/copy-${++copies}`;
  if (job === 'init') return { ...template, repository, expected: new Map() };
  const site = await copyOf(template, repository);
  if (job === 'repair-packs') damageHeaders(repository);
  return site;
}

/** Packs that cannot say what they hold any more: all of it can be saved. */
function damageHeaders(repository: string): void {
  for (const entry of readdirSync(`${repository}/data`, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())) {
    const path = `${entry.parentPath}/${entry.name}`;
    const bytes = readFileSync(path);
    chmodSync(path, 0o600);
    writeFileSync(path, bytes.fill(bytes.readUInt8(bytes.length - 10) ^ 1, bytes.length - 10, bytes.length - 9));
  }
}

/** Tries one write after the other, at every moment, until the job comes to its end; the kinds of write it died at. */
async function atEveryWrite(attempt: (death: Death) => Promise<WriteKind | undefined>): Promise<WriteKind[]> {
  const kinds = new Set<WriteKind>();
  let writes = Number.POSITIVE_INFINITY;
  let next = 0;
  const lane = async (): Promise<void> => {
    for (;;) {
      const at = next++;
      const death = { write: Math.floor(at / MOMENTS.length) + 1, moment: MOMENTS[at % MOMENTS.length] as Death['moment'] };
      if (death.write > writes) return;
      const kind = await attempt(death);
      if (kind === undefined) writes = Math.min(writes, death.write - 1);
      else kinds.add(kind);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  return [...kinds].sort();
}

/** Does the job until it dies; undefined if it comes to its end. */
async function dieAt(job: Job, site: WastefulSite, death: Death): Promise<WriteKind | undefined> {
  const died = Promise.withResolvers<WriteKind>();
  const backend = deadlyBackend(new LocalBackend(site.repository), death, died.resolve);
  const finishes = JOBS[job](victim, { backend, source: site.source }).then(() => undefined);
  return await Promise.race([died.promise, finishes]);
}

/** What must hold whatever a job was cut off at. */
async function assertRecovers(
  job: Job,
  site: WastefulSite,
  { cutOff, withRestic }: { withRestic: boolean; cutOff: string },
): Promise<void> {
  if (job === 'init') await initAgain(site);
  if (job === 'repair-packs') await JOBS[job](survivor, { backend: new LocalBackend(site.repository), source: site.source });
  const password = await workingPassword(site);
  const inspector = new Inspector(survivor, site, password);
  expect({ cutOff, errors: await inspector.errors() }).toEqual({ cutOff, errors: [] });
  if (withRestic && !isMissing(PARTS.restic)) await resticOk(['check', '--no-lock', '--read-data'], { repo: site.repository, password });
  const [newest] = [...site.expected].slice(-1);
  if (newest) expect({ cutOff, restored: await inspector.restored(newest[0]) }).toEqual({ cutOff, restored: newest[1] });
  expect({ cutOff, nextBackup: await inspector.backUp() }).toEqual({ cutOff, nextBackup: 'completed' });
  if (job === 'prune') await JOBS.prune(survivor, { backend: new LocalBackend(site.repository), source: site.source });
  expect({ cutOff, restored: await inspector.restored('latest') }).toEqual({ cutOff, restored: contentsBelow(site.source) });
  expect({ cutOff, errors: await inspector.errors(), locks: await inspector.locks() }).toEqual({ cutOff, errors: [], locks: 0 });
}

async function initAgain({ repository }: WastefulSite): Promise<void> {
  try {
    await survivor.init(repository, OLD_PASSWORD);
  } catch (error) {
    if (!isLifeboatError(error, 'repository-exists')) throw error;
  }
}

/** A change of password that was cut off leaves at least one of the two. */
async function workingPassword({ repository }: WastefulSite): Promise<string> {
  try {
    await (await survivor.open(repository, OLD_PASSWORD, 'reading', { lock: false })).close();
    return OLD_PASSWORD;
  } catch (error) {
    if (!isLifeboatError(error, 'wrong-password')) throw error;
    return NEW_PASSWORD;
  }
}
