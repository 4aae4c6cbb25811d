import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readSetupFile } from '../../../../../src/main/cli/app/setup-file.ts';
import { planSetup, type SetupPlan } from '../../../../../src/main/cli/app/setup-plan.ts';
import type { ErrorReport } from '../../../../../src/shared/errors/index.ts';
import { sentence } from '../../../../../src/shared/text/index.ts';
import { type Scratch, scratchFolder } from '../../../../support/scratch.ts';

const DOCS = join(import.meta.dirname, '../../../../../docs/setup-file.md');
const SECRETS = { DISPENSING_PASSWORD: 'swordfish', AZURE_ACCOUNT_KEY: 'a2V5', MAIL_PASSWORD: 'post' };
/** Whole paths of this system; the example's begin at a root, which Windows takes for whole too. */
const SCANS = join(import.meta.dirname, 'scans');
const COPIES = join(import.meta.dirname, 'copies');

const SMALL = {
  pharmacy: { name: 'Corner Pharmacy' },
  sources: [{ kind: 'folder', name: 'Scans of Rx', tier: 'important', paths: [SCANS] }],
  destinations: [{ kind: 'folder', name: 'Disk', site: 'on-site', path: COPIES }],
};
const POSTGRESQL = { kind: 'postgresql', name: 'PMS', tier: 'critical', database: 'pms', user: 'backup' };

let scratch: Scratch;
beforeAll(() => {
  scratch = scratchFolder();
});
afterAll(() => scratch.remove());

async function plan(content: unknown, environment: NodeJS.ProcessEnv = {}): Promise<SetupPlan> {
  const path = join(scratch.path, 'setup.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  const { file, refuse } = await readSetupFile(path);
  return planSetup(file, environment, refuse);
}

describe('the example in docs/setup-file.md', () => {
  const example = /```json\n([\s\S]+?)```/.exec(readFileSync(DOCS, 'utf8'))?.[1] ?? '';

  test('is a whole set-up', async () => {
    const { pharmacy, settings, people, sources, destinations, mailPassword } = await plan(example, SECRETS);
    expect(pharmacy.openingHours.wednesday).toHaveLength(2);
    expect(people.map(({ role }) => role)).toEqual(['owner', 'pharmacist-in-charge']);
    expect(sources.map(({ source }) => [source.id, source.kind])).toEqual([
      ['dispensing', 'group'],
      ['cs-log', 'sqlite'],
      ['scans', 'folder'],
    ]);
    expect(sources[0]?.credentials).toEqual({ 'dispensing-database': { password: 'swordfish' } });
    expect(sources[0]?.source).toMatchObject({ members: [{ id: 'dispensing-database', tier: 'critical', port: 5432 }, { id: 'labels' }] });
    expect(destinations.map(({ destination }) => [destination.id, destination.isolation])).toEqual([
      ['second-disk', 'online'],
      ['usb', 'offline'],
      ['cloud', 'immutable'],
    ]);
    expect(destinations[1]?.disks).toEqual([{ label: 'Drive A', path: '/media/drive-a' }]);
    expect(destinations[2]?.credential).toEqual({ accountKey: 'a2V5' });
    expect(settings.tiers[0]).toMatchObject({ tier: 'critical', rpoMinutes: 90, rtoMinutes: 240, schedule: { minutes: 30 } });
    expect(settings.mail).toEqual({
      host: 'mail.corner.example',
      port: 465,
      security: 'tls',
      user: 'lifeboat@corner.example',
      from: 'lifeboat@corner.example',
    });
    expect([settings.bandwidth, settings.weeklyMail, mailPassword]).toEqual([{ whileOpen: 500_000 }, true, 'post']);
  });

  test.each(Object.keys(SECRETS))('cannot be used without %s, and says which field needs it', async (variable) => {
    await expect(plan(example, { ...SECRETS, [variable]: '' })).rejects.toMatchObject({ code: 'secret-missing', data: { variable } });
  });
});

describe('a set-up file', () => {
  test('may leave almost everything out', async () => {
    const { pharmacy, sources, destinations, settings } = await plan(`\ufeff${JSON.stringify(SMALL)}`);
    expect(pharmacy).toEqual({
      name: 'Corner Pharmacy',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      language: 'en',
      openingHours: {},
    });
    expect(sources[0]).toMatchObject({ source: { id: 'scans-of-rx', exclude: [] }, credentials: {} });
    expect(destinations[0]).toMatchObject({ destination: { id: 'disk', isolation: 'online' }, credential: undefined });
    expect(settings.tiers.map(({ tier }) => tier)).toEqual(['critical', 'important', 'standard']);
  });

  const source = (change: object): object => ({ ...SMALL, sources: [{ ...SMALL.sources[0], ...change }] });
  test.each<[string, unknown, string, string]>([
    ['no JSON', '{ "pharmacy": ', 'not-json', ''],
    [
      'no JSON, and where',
      '{\n  "pharmacy": swordfish\n, "people": "something long enough for the parser to cut what it quotes" }',
      'not-json',
      '',
    ],
    ['a list', [], 'wrong', ''],
    ['nothing in it', {}, 'missing', 'pharmacy'],
    ['a field of a wrong kind', source({ paths: 'scans' }), 'wrong', 'sources[0].paths'],
    ['a field that is missing', source({ tier: undefined }), 'missing', 'sources[0].tier'],
    ['a word that is none of the choices', source({ tier: 'top' }), 'wrong', 'sources[0].tier'],
    ['a kind that does not exist', source({ kind: 'oracle' }), 'wrong', 'sources[0].kind'],
    ['a field that nobody knows', source({ excludes: [] }), 'unknown', 'sources[0].excludes'],
    ['no place for copies', { ...SMALL, destinations: [] }, 'wrong', 'destinations'],
    ['a time zone that does not exist', { ...SMALL, pharmacy: { name: 'x', timeZone: 'Mars/Base' } }, 'wrong', 'pharmacy.timeZone'],
    ['a secret in the file', { ...SMALL, sources: [{ ...POSTGRESQL, password: 'swordfish' }] }, 'wrong', 'sources[0].password'],
    [
      'a secret as the variable',
      { ...SMALL, sources: [{ ...POSTGRESQL, password: { env: 'sword-fish' } }] },
      'wrong',
      'sources[0].password.env',
    ],
    ['two sources of one name', { ...SMALL, sources: [SMALL.sources[0], SMALL.sources[0]] }, 'twice', 'sources.id'],
    ['a path that is not whole', source({ paths: [SCANS, 'scans'] }), 'not-whole-path', 'sources[0].paths[1]'],
  ])('is refused with %s, by naming the field and not what it holds', async (_case, content, problem, field) => {
    const error = await plan(content).then(
      () => undefined,
      (reason: { report: () => ErrorReport }) => reason,
    );
    expect(error).toMatchObject({ code: 'setup-file-invalid', data: { problem } });
    const said = sentence(error?.report() as ErrorReport, 'en');
    expect(said).toContain(field);
    expect(said + JSON.stringify(error)).not.toMatch(/sword-?fish|undefined/);
  });

  test('says what would be right', async () => {
    await expect(plan(source({ tier: 'top' }))).rejects.toMatchObject({ data: { expected: 'critical, important, standard' } });
    await expect(plan({ ...SMALL, sources: [{ ...POSTGRESQL, password: 'swordfish' }] })).rejects.toMatchObject({
      data: { expected: '{ "env": "NAME_OF_A_VARIABLE" }' },
    });
  });

  test('that is not there is an error of its own', async () => {
    await expect(readSetupFile(join(scratch.path, 'nothing.json'))).rejects.toMatchObject({
      code: 'io-failed',
      data: { reason: 'ENOENT' },
    });
  });
});
