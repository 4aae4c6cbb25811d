import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { declareLost, losses, lossStatement, lostFacts, pcLabel, type SetupNeeds } from '../../../../src/main/setup/index.ts';
import { lossSteps, readableText } from '../../../../src/shared/text/index.ts';
import { describeWith } from '../../../support/describe-with.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';
import { aPoint, aSource } from '../../../support/stored.ts';
import { AZURE, DRIVE_A, JobWorld, NAS, PLACES } from '../jobs/job-world.ts';
import { setupNeeds } from './setup-needs.ts';

let world: JobWorld;
let scratch: Scratch;
let needs: SetupNeeds;
beforeEach(async () => {
  world = new JobWorld();
  scratch = scratchFolder();
  needs = await setupNeeds(world);
  const { store } = world;
  store.pharmacy.set({ name: 'Main St', timeZone: 'America/Chicago', language: 'en', openingHours: {} });
  store.people.put({ id: 'ana', name: 'Ana Ortiz', role: 'owner', isNotified: true });
  store.sources.put(aSource('dispensing'));
  for (const place of PLACES) store.destinations.put(place);
  for (const [day, bytes] of [
    ['01', 5_000_000],
    ['03', 6_000_000],
  ] as const)
    store.points.add([aPoint(`a${day}`, { ...DRIVE_A, time: `2026-03-${day}T20:00:00.000Z`, bytes })]);
  store.notes.addCustody({ ...DRIVE_A, disk: 'a', at: '2026-03-04T00:00:00.000Z', event: 'released', person: 'ana' });
});
afterEach(() => {
  world.close();
  scratch.remove();
});

const report = { wasStolen: true, noticedAt: '2026-03-05T14:00:00.000Z', paperWithIt: false, pcDisk: 'unknown' } as const;

describeWith('paper', 'something that is lost', () => {
  test('is known by what was on it, since when it is encrypted and who took it', async () => {
    expect(await lostFacts(needs, DRIVE_A)).toEqual({
      ...DRIVE_A,
      kind: 'disk',
      name: 'Drive a (Disks)',
      lastSeenAt: '2026-03-04T00:00:00.000Z',
      lastHolder: 'Ana Ortiz',
      sources: [
        {
          source: 'dispensing',
          name: 'Source dispensing',
          tier: 'critical',
          from: '2026-03-01T20:00:00.000Z',
          to: '2026-03-03T20:00:00.000Z',
          points: 2,
          bytes: 6_000_000,
        },
      ],
      encryptedSince: '2026-03-01T20:00:00.000Z',
      credentialsToChange: [],
      keysLeft: [],
      isLastCopy: true,
    });
    world.store.points.add([aPoint('n03', { ...NAS, point: 'a03', time: '2026-03-03T20:00:00.000Z' })]);
    expect((await lostFacts(needs, DRIVE_A)).isLastCopy).toBe(false);
    await expect(lostFacts(needs, { destination: 'usb', disk: 'z' })).rejects.toMatchObject({ code: 'value-invalid' });
  });

  test('leaves its set, on record, and nobody waits for it', async () => {
    const loss = await declareLost(needs, DRIVE_A, report, 'ana');
    expect(loss).toMatchObject({ readable: 'key', mustRetireKey: false });
    const set = world.store.destinations.get('usb');
    expect(set?.kind === 'usb-set' && set.disks.map(({ id }) => id)).toEqual(['b']);
    expect(world.store.notes.custody('usb')[0]).toMatchObject({ disk: 'a', event: 'lost', person: 'ana' });
    expect(world.store.points.list({ at: DRIVE_A })).toEqual([]);
    expect(losses(needs)).toEqual({ losses: [loss], unreadable: [] });
    // One that is damaged hides no other.
    world.store.notes.setFlag('loss:old', '{"id":"old"');
    world.store.notes.setFlag('loss:older', '{"id":"older"}');
    expect(losses(needs)).toEqual({ losses: [loss], unreadable: ['old', 'older'] });
    await expect(lossStatement(needs, 'old')).rejects.toMatchObject({ code: 'value-invalid' });
    expect((await lossStatement(needs, loss.id)).subarray(0, 5).toString()).toBe('%PDF-');
    expect(lossSteps(loss, 'en')).toEqual([
      'This was the only place with a copy of something critical: back up to another place now.',
      'The recovery kits in the safe stay valid.',
      'No password and no access key was on it: none has to be changed.',
    ]);
  });

  test('asks for new papers where one may be in the same hands', async () => {
    const loss = await declareLost(needs, NAS, { ...report, paperWithIt: true }, undefined);
    expect(loss).toMatchObject({ readable: 'paper', mustRetireKey: true });
    expect(world.store.destinations.get('nas')).toBeUndefined();
    expect(readableText(loss.facts, loss.report, 'es')).toContain('trate los datos como divulgados');
  });

  test('is never a place in the cloud', async () => {
    expect((await lostFacts(needs, AZURE)).credentialsToChange).toEqual([{ kind: 'place', name: 'Cloud' }]);
    await expect(declareLost(needs, AZURE, report, undefined)).rejects.toMatchObject({ code: 'value-invalid' });
  });

  test('may be the PC that this one took over from: what it could open, and where its key still does', async () => {
    await expect(lostFacts(needs, {})).rejects.toMatchObject({ code: 'value-invalid' });
    world.store.notes.setFlag('predecessor', JSON.stringify({ installation: 'old', since: '2026-03-02T00:00:00.000Z' }));
    world.onlyHere(NAS, AZURE);
    world.script.listKeys = ({ at }) =>
      Promise.resolve(at.location === 'azure' ? [{ id: 'k', label: pcLabel('old'), created: '', current: false }] : []);
    const facts = await lostFacts(needs, {});
    expect(facts.sources.map(({ points, to }) => [points, to])).toEqual([[1, '2026-03-01T20:00:00.000Z']]);
    expect(facts.credentialsToChange).toEqual([{ kind: 'place', name: 'Cloud' }, { kind: 'account' }]);
    expect(facts.keysLeft).toEqual([
      { ...AZURE, state: 'still-there' },
      { destination: 'usb', disk: 'a', state: 'not-looked' },
      { destination: 'usb', disk: 'b', state: 'not-looked' },
    ]);
    const loss = await declareLost(needs, {}, { ...report, pcDisk: 'not-encrypted' }, undefined);
    expect(loss.readable).toBe('open');
    expect(world.store.destinations.list()).toHaveLength(3);
  });

  test.each([
    ['en', 'Statement on lost or stolen copies', 'No key that opens them was on it.', '2026-03-05 08:00'],
    ['es', 'Declaración sobre copias perdidas o robadas', 'No contenía ninguna clave que los abra.', '2026-03-05 08:00'],
  ] as const)('has a statement to print (%s)', async (language, title, sentence, noticed) => {
    const pharmacy = world.store.pharmacy.get();
    if (pharmacy) world.store.pharmacy.set({ ...pharmacy, language });
    const { id } = await declareLost(needs, DRIVE_A, report, 'ana');
    const file = join(scratch.path, 'statement.pdf');
    writeFileSync(file, await lossStatement(needs, id));
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
    for (const words of [title, sentence, noticed, 'Main St', 'Ana Ortiz', 'Drive a (Disks)', '5.72 MiB', '45 CFR 164.402'])
      expect(text).toContain(words);
    await expect(lossStatement(needs, 'none')).rejects.toMatchObject({ code: 'value-invalid' });
  });
});
