import { describe, expect, test } from '@jest/globals';
import {
  credentialsOfTyped,
  emptySource,
  idOfSource,
  possibleMembers,
  typedOf,
  valueOfSource,
  withoutPassword,
} from '../../../../src/renderer/components/source-form/typed-source.ts';
import { writtenSourceSchema } from '../../../../src/shared/model/open-forms.ts';
import { type SingleSource, type Source, type SourceKindName, sourceSchema } from '../../../../src/shared/model/source.ts';

const server = { host: 'server', database: 'rx', user: 'lifeboat', questions: [{ name: 'Last Rx', sql: 'SELECT 1' }] };
const SOURCES: readonly unknown[] = [
  { kind: 'folder', paths: ['/a', '/b'], exclude: ['*.tmp'] },
  { kind: 'vendor-file', folder: '/bak', pattern: 'PMS_*.bak', maxAgeHours: 30 },
  { kind: 'sqlite', path: '/rx.db', questions: [{ name: 'Last Rx', sql: 'SELECT 1' }] },
  { kind: 'postgresql', ...server, port: 5433 },
  { kind: 'mariadb', ...server, port: 3307 },
  {
    kind: 'sqlserver',
    ...server,
    instance: 'NEWTECH',
    backupFolder: { onServer: 'D:\\B', here: '\\\\S\\B' },
    trustServerCertificate: false,
  },
];
const common = { id: 'data', name: 'Data', tier: 'critical', runsOn: 'other-pc', controlledSubstances: true, movesDaily: true };
const read = (source: unknown): Source => sourceSchema.parse({ ...common, ...Object(source) });

describe('a source in its form', () => {
  test.each(SOURCES.map((source) => [Object(source) as { kind: SourceKindName }]))('comes out as it went in: %j', (source) => {
    const stored = read(source);
    expect(sourceSchema.parse(valueOfSource(typedOf(stored), stored.id, []))).toEqual(stored);
  });

  test('a group comes out with its members, all of its tier', () => {
    const members = [read(SOURCES[0]), { ...read(SOURCES[2]), id: 'rx', tier: 'standard' }] as SingleSource[];
    const group = sourceSchema.parse({
      ...common,
      id: 'both',
      kind: 'group',
      members: members.map((one) => ({ ...one, tier: 'critical' })),
    });
    expect(sourceSchema.parse(valueOfSource(typedOf(group), 'both', possibleMembers(members, undefined)))).toEqual(group);
  });

  test('an empty form is no source of any kind', () => {
    for (const kind of ['folder', 'vendor-file', 'sqlite', 'postgresql', 'mariadb', 'sqlserver', 'group'] as const) {
      expect(sourceSchema.safeParse(valueOfSource({ ...emptySource(kind), name: 'X' }, 'x', [])).success).toBe(false);
    }
  });

  test('an id is made from the name once, and stays', () => {
    expect(idOfSource('Point of Sale', undefined, ['point-of-sale'])).toBe('point-of-sale-2');
    expect(idOfSource('Another name', read(SOURCES[0]), [])).toBe('data');
  });

  test('a password is handed over only where one was typed and one is needed', () => {
    expect(credentialsOfTyped({ ...emptySource('postgresql'), password: 'p' }, 'pos')).toEqual({ pos: { password: 'p' } });
    expect(credentialsOfTyped(emptySource('postgresql'), 'pos')).toEqual({});
    expect(credentialsOfTyped({ ...emptySource('folder'), password: 'p' }, 'f')).toEqual({});
  });

  test('is kept as a draft without its password, and a draft with one is refused', () => {
    const typed = { ...emptySource('mariadb'), password: 'hush' };
    expect(writtenSourceSchema.parse(withoutPassword(typed))).not.toHaveProperty('password');
    expect(writtenSourceSchema.safeParse(typed).success).toBe(false);
  });
});
