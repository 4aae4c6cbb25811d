import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { attackIsOver, expectVendorUpdate, isKept, keptPoint, Runs, suspectAttack } from '../../../../src/main/jobs/index.ts';
import { areDeletionsHeld, attackNow, attacksOf } from '../../../../src/main/protection/index.ts';
import { aPoint, aProof, aSource } from '../../../support/stored.ts';
import { AZURE, DRIVE_A, everythingGoesWell, gate, inShort, JobWorld, NAS, PLACES, settle } from './job-world.ts';

let world: JobWorld;
let runs: Runs;
beforeEach(() => {
  world = new JobWorld();
  world.script = everythingGoesWell(world.time);
  for (const place of PLACES) world.store.destinations.put(place);
  world.store.sources.put(aSource('dispensing'));
  runs = new Runs(world.surroundings);
});
afterEach(async () => {
  await runs.close();
  world.close();
});

const suspect = async (since?: string) => await suspectAttack(world.surroundings, runs, { since, person: 'ana' });
const now = (): Date => world.time.now();

/** Restore points of three days at the NAS, the first two proven. */
function threeDays(): void {
  for (const day of [1, 2, 3]) {
    world.store.points.add([aPoint(`p${day}`, { ...NAS, time: `2026-02-0${day}T20:00:00.000Z` })]);
    if (day < 3) world.store.points.addProof(aProof(`proof-${day}`, { ...NAS, point: `p${day}` }));
  }
}

describe('a suspected attack', () => {
  test('keeps the newest proven restore point from before it', async () => {
    threeDays();
    const { attack, kept } = await suspect('2026-02-02T08:00:00.000Z');
    expect(attack).toEqual({ since: '2026-02-02T08:00:00.000Z', saidAt: now().toISOString(), by: 'ana' });
    expect(kept).toEqual(['p1']);
    expect(keptPoint(world.store, 'p1')).toMatchObject({ reason: 'attack-suspected', by: 'ana' });
    // Said again, it began at the earlier of the two moments, and what was kept stays kept.
    expect((await suspect()).attack.since).toBe('2026-02-02T08:00:00.000Z');
    expect(attacksOf(world.store)).toHaveLength(1);
  });

  test('lets copies go only where nobody can destroy them', async () => {
    await suspect();
    const { id, ended } = await runs.backUp({ trigger: 'manual' });
    await ended;
    expect(world.jobs(id).map(inShort)).toEqual([
      'backup azure completed',
      'copy nas skipped attack-suspected',
      'copy usb skipped attack-suspected',
      'copy usb skipped attack-suspected',
    ]);
    // A test of the place that found otherwise goes before what was set up.
    const probe = { at: now().toISOString(), bytesPerSecondWritten: 1, bytesPerSecondRead: 1, canDestroy: true };
    world.store.notes.addProbe(AZURE, probe);
    const next = await runs.backUp({ trigger: 'manual' });
    await next.ended;
    expect(world.jobs(next.id).map(inShort)[0]).toBe('backup nas skipped attack-suspected');
    expect((await runs.seal({ trigger: 'follow-up' }, [NAS, DRIVE_A]).ended).status).toBe('skipped');
  });

  test('stops what writes or deletes, says which disks may be pulled out, and lets restores go on', async () => {
    const [writing, restoring] = [gate(), gate()];
    world.onlyHere(NAS, DRIVE_A);
    world.script.backup = async (_request, hooks) => {
      await writing.pass(hooks?.signal);
      throw new Error('nobody opened it');
    };
    world.script.check = async (_request, hooks) => {
      await restoring.pass(hooks?.signal);
      throw new Error('ended');
    };
    const backup = await runs.backUp({ trigger: 'scheduled' });
    const check = runs.check({ trigger: 'scheduled' }, [NAS]);
    await Promise.all([writing.entered, restoring.entered]);
    const { disks } = await suspect();
    expect(disks).toEqual([{ ...DRIVE_A, label: 'Drive a', safe: true }]);
    expect(world.store.notes.custody('usb')[0]).toMatchObject({ disk: 'a', event: 'released', person: 'ana' });
    expect((await backup.ended).status).toBe('interrupted');
    expect(world.store.history.run(check.id)?.status).toBe('running');
    restoring.open();
    await check.ended;
  });

  test('holds deletions until it is over, and for a while after', async () => {
    await suspect();
    expect(areDeletionsHeld(world.store, now())).toBe(true);
    const { id, ended } = runs.maintain({ trigger: 'scheduled' }, [NAS]);
    await ended;
    expect(world.jobs(id).map(inShort)).toEqual(['maintenance nas skipped deletions-held']);
    attackIsOver(world.surroundings, { verdict: 'over', person: 'ana' });
    expect(attackNow(world.store)).toBeUndefined();
    expect(attacksOf(world.store)[0]).toMatchObject({ endedBy: 'ana', verdict: 'over' });
    expect(areDeletionsHeld(world.store, now())).toBe(true);
    world.time.sleep(31 * 24 * 60 * 60 * 1000);
    expect(areDeletionsHeld(world.store, now())).toBe(false);
  });

  test('was nothing after a false alarm', async () => {
    threeDays();
    await suspect();
    expect(isKept(world.store, 'p2')).toBe(true);
    attackIsOver(world.surroundings, { verdict: 'false-alarm', person: undefined });
    expect([isKept(world.store, 'p2'), areDeletionsHeld(world.store, now())]).toEqual([false, false]);
    expect(attackIsOver(world.surroundings, { verdict: 'over', person: undefined })).toBeUndefined();
  });
});

describe('an update of the vendor', () => {
  test('keeps a way back from before it and from its beginning', async () => {
    threeDays();
    world.store.pharmacy.set({ name: 'Main St', timeZone: 'America/Chicago', language: 'en', openingHours: {} });
    world.store.sources.put(aSource('scans', { tier: 'important' }));
    const update = await expectVendorUpdate(world.surroundings, async (wish) => await runs.backUp(wish), { person: 'ana' });
    expect(update.kept).toEqual(['p3']);
    expect(new Date(update.until).toLocaleTimeString('en', { timeZone: 'America/Chicago' })).toBe('12:00:00 AM');
    const jobs = world.jobs(update.run).filter(({ kind }) => kind === 'backup');
    expect(jobs.map(({ source }) => source)).toEqual(['dispensing']);
    while (world.store.history.run(update.run)?.endedAt === undefined) await settle();
    await settle();
    const [newest] = world.store.points.list({ source: 'dispensing', limit: 1 });
    expect(newest?.point).not.toBe('p3');
    expect(keptPoint(world.store, newest?.point ?? '')).toMatchObject({ reason: 'vendor-update', by: 'ana' });
  });
});
