import { describe, expect, it } from '@jest/globals';
import { settle } from '../../../../../src/main/sources/detection/settle.ts';
import { titleOf } from '../../../../../src/main/sources/detection/suggestion.ts';
import { unprotected } from '../../../../../src/main/sources/detection/unprotected.ts';
import type { Detected } from '../../../../../src/main/sources/kind.ts';
import { singleSourceSchema, sourceSchema, type Source } from '../../../../../src/shared/model/source.ts';

const common = { id: 'a', name: 'A', tier: 'critical' };
const source = (facts: object): Source => sourceSchema.parse({ ...common, ...facts });
const found = (facts: object): Detected => ({
  source: singleSourceSchema.parse({ ...common, ...facts }),
  bytes: 1,
  newest: undefined,
  isInUse: false,
});
const isProtected = (thing: Detected, ...sources: Source[]): boolean => unprotected([thing], sources).length === 0;

const sqlite = { kind: 'sqlite', path: 'C:\\PMS\\rx.db' };
const scans = { kind: 'folder', paths: ['/srv/rx/scans'] };
const pg = { kind: 'postgresql', database: 'rx', user: 'backup' };

describe('unprotected', () => {
  it('knows a database by its path, as Windows does, and in a group', () => {
    expect(isProtected(found(sqlite), source({ ...sqlite, path: 'c:/pms/RX.DB' }))).toBe(true);
    expect(
      isProtected(
        found(sqlite),
        source({
          kind: 'group',
          members: [
            { ...common, ...sqlite },
            { ...common, id: 'b', ...scans },
          ],
        }),
      ),
    ).toBe(true);
    expect(isProtected(found(sqlite), source({ ...sqlite, path: 'C:\\PMS\\other.db' }))).toBe(false);
  });

  it('does not take a database for protected by the folder it lies in', () => {
    expect(isProtected(found({ ...sqlite, path: '/srv/rx/rx.db' }), source({ kind: 'folder', paths: ['/srv/rx'] }))).toBe(false);
  });

  it('takes files for protected by a folder above them', () => {
    expect(isProtected(found(scans), source({ kind: 'folder', paths: ['/srv'] }))).toBe(true);
    expect(isProtected(found(scans), source({ kind: 'folder', paths: ['/srv/rx/scans-old'] }))).toBe(false);
    expect(isProtected(found(scans), source({ kind: 'folder', paths: ['/'] }))).toBe(true);
    const backups = { kind: 'vendor-file', folder: '/srv/rx/backup', pattern: 'x*.bak' };
    expect(isProtected(found(backups), source({ kind: 'folder', paths: ['/srv/rx/'] }))).toBe(true);
    expect(isProtected(found(backups), source({ ...backups, pattern: 'X*.BAK' }))).toBe(true);
    expect(isProtected(found(backups), source({ ...backups, pattern: '*.zip' }))).toBe(false);
  });

  it('knows a server by its address and database', () => {
    expect(isProtected(found(pg), source({ ...pg, host: 'localhost', user: 'other' }))).toBe(true);
    expect(isProtected(found(pg), source({ ...pg, port: 5433 }))).toBe(false);
    expect(isProtected(found(pg), source({ ...pg, database: 'rx_test' }))).toBe(false);
    expect(isProtected(found(pg), source({ ...pg, kind: 'mariadb', port: 5432 }))).toBe(false);
  });
});

describe('settle', () => {
  it('puts the most important first, with ids of their own, and no folder inside another', () => {
    const things = [
      found({ ...scans, tier: 'standard' }),
      found({ kind: 'folder', paths: ['/srv/rx/scans/2026'], tier: 'standard' }),
      found(sqlite),
    ];
    expect(settle(things).map(({ source: { id, kind } }) => `${kind} ${id}`)).toEqual(['sqlite a', 'folder a-2']);
  });
});

describe('titleOf', () => {
  it.each([
    ['DispensingDatabase', 'Dispensing Database', 'dispensing-database'],
    ['rx_data-2.main', 'Rx data 2 main', 'rx-data-2-main'],
    ['Farmacia Peña', 'Farmacia Peña', 'farmacia-pena'],
    ['薬局', '薬局', 'spare'],
    ['---', 'spare', 'spare'],
  ])('makes a name and an id of %s', (text, name, id) => {
    expect(titleOf(text, 'spare')).toEqual({ name, id });
  });
});
