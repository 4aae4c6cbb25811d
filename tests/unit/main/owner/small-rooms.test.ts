import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Changes } from '../../../../src/main/owner/changes.ts';
import { FollowUps } from '../../../../src/main/owner/follow-ups.ts';
import { createJobSecrets, readCredential } from '../../../../src/main/owner/job-secrets.ts';
import { checkAfterUpdate } from '../../../../src/main/owner/self-check.ts';
import { Runs } from '../../../../src/main/jobs/index.ts';
import { createCredentialVault, type CredentialVault } from '../../../../src/main/vault/index.ts';
import { VERSION } from '../../../../src/main/version.ts';
import { asLifeboatError, LifeboatError } from '../../../../src/shared/errors/index.ts';
import { MemorySecrets, MemoryWrapped } from '../../../support/memory-secrets.ts';
import { aPoint, aSource } from '../../../support/stored.ts';
import { AZURE, gate, JobWorld, NAS, PLACES, settle } from '../jobs/job-world.ts';

describe('telling faces of changes', () => {
  test('each kind waits at most once for a face that is slow', async () => {
    const changes = new Changes();
    const face = changes.listen(undefined);
    const first = face.next();
    changes.announce('runs');
    expect((await first).value).toEqual({ what: 'runs' });
    for (const what of ['runs', 'places', 'runs'] as const) changes.announce(what);
    expect([(await face.next()).value, (await face.next()).value]).toEqual([{ what: 'runs' }, { what: 'places' }]);
    await face.return();
  });

  test('listening ends with its signal, whether it waits or not', async () => {
    const changes = new Changes();
    const stop = new AbortController();
    const waiting = changes.listen(stop.signal).next();
    stop.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect((await changes.listen(stop.signal).next()).done).toBe(true);
    changes.announce('runs');
  });
});

describe('secrets of jobs', () => {
  let vault: CredentialVault;
  beforeEach(() => {
    vault = createCredentialVault({ secrets: new MemorySecrets(), bootstrap: new MemoryWrapped() });
  });

  test("what opens a repository is asked of whoever knows the repository's history", async () => {
    const secrets = createJobSecrets(vault, async ({ destination }) => await Promise.resolve(`key of ${destination}`));
    expect(await secrets.repositoryPassword(NAS)).toBe('key of nas');
    expect(await secrets.repositoryPassword(AZURE)).toBe('key of azure');
  });

  test('credentials by the part and the name they are kept with', async () => {
    const secrets = createJobSecrets(vault, async () => await vault.pcKey());
    const source = aSource('pos', {
      kind: 'postgresql',
      host: 'localhost',
      port: 5432,
      database: 'pos',
      user: 'backup',
      paths: undefined,
      exclude: undefined,
    });
    expect(await secrets.ofSource(source)).toEqual({ pos: {} });
    await vault.set('source:pos:password', 'hunter2');
    expect(await secrets.ofSource(source)).toEqual({ pos: { password: 'hunter2' } });
  });

  test('one that cannot be read is not quoted by its error', async () => {
    await vault.set('destination:azure', 'AccountKey=c2VjcmV0');
    const error = await readCredential(vault, 'destination:azure').catch((caught: unknown) => asLifeboatError(caught));
    expect(error).toMatchObject({ code: 'credential-unreadable' });
    expect(JSON.stringify((error as LifeboatError).report())).not.toContain('AccountKey');
  });
});

describe('after a run', () => {
  let world: JobWorld;
  beforeEach(() => {
    world = new JobWorld();
    for (const place of PLACES) world.store.destinations.put(place);
  });
  afterEach(() => world.close());

  test('what is due is proven once, though two runs end together', async () => {
    world.onlyHere(NAS);
    world.store.sources.put(aSource('dispensing'));
    world.store.points.add([aPoint('p1', { destination: 'nas' })]);
    const trial = gate();
    const found = { level: 'opened' as const, isSample: false, findings: [], compared: 1, seconds: 1, bytes: 1 };
    world.script.prove = async () => {
      await trial.pass();
      return { passed: true, ...found };
    };
    const followUps = new FollowUps(world.surroundings, new Runs(world.surroundings));
    const both = Promise.all([followUps.proveDue(), followUps.proveDue()]);
    await trial.entered;
    await settle();
    trial.open();
    await both;
    await followUps.settled();
    expect(world.asked).toEqual(['prove nas']);
    expect(world.store.points.proofs({})).toHaveLength(1);
  });

  test('an update that opens nothing any more is known until a start finds that all is well', async () => {
    world.onlyHere(NAS);
    const failed = () => world.store.notes.flag('self-check-failed-at');
    world.script.listKeys = () => Promise.reject(new LifeboatError('wrong-password', { location: 'nas' }));
    expect(await checkAfterUpdate(world.surroundings, new Runs(world.surroundings))).toBe(true);
    expect(world.asked).toEqual([]);
    world.store.notes.setFlag('checked-version', '0.0.1');
    expect([await checkAfterUpdate(world.surroundings, new Runs(world.surroundings)), failed()]).toEqual([
      false,
      world.time.now().toISOString(),
    ]);
    // What it found can be looked at.
    const [run] = world.store.history.runs();
    expect(world.jobs(run?.id ?? '')).toMatchObject([
      { kind: 'self-check', destination: 'nas', status: 'failed', error: { code: 'wrong-password' } },
    ]);
    world.script.listKeys = () => Promise.resolve([]);
    expect([await checkAfterUpdate(world.surroundings, new Runs(world.surroundings)), failed()]).toEqual([true, undefined]);
    expect(world.store.notes.flag('checked-version')).toBe(VERSION);
    // What is new can be shown.
    expect(world.store.notes.flag('updated-from')).toBe('0.0.1');
  });

  test('a line that is down is not the fault of an update', async () => {
    world.store.notes.setFlag('checked-version', '0.0.1');
    const down = new LifeboatError('place-unreachable', { location: 'azure', reason: 'ENOTFOUND' }, { retryable: true });
    world.script.listKeys = () => Promise.reject(down);
    expect(await checkAfterUpdate(world.surroundings, new Runs(world.surroundings))).toBe(true);
  });

  test('a look that the end of the process cut short says nothing of the update', async () => {
    world.onlyHere(NAS);
    world.store.notes.setFlag('checked-version', '0.0.1');
    const runs = new Runs(world.surroundings);
    world.script.listKeys = () => {
      void runs.close();
      return Promise.reject(new LifeboatError('aborted', {}));
    };
    await checkAfterUpdate(world.surroundings, runs);
    expect([world.store.notes.flag('checked-version'), world.store.notes.flag('self-check-failed-at')]).toEqual(['0.0.1', undefined]);
  });
});
