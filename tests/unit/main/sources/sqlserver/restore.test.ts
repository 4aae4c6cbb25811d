import { describe, expect, it } from '@jest/globals';
import { movesOf } from '../../../../../src/main/sources/sqlserver/restore.ts';
import { BACKUP, DROP_OWN, QUESTION, RENAME, RESTORE } from '../../../../../src/main/sources/sqlserver/statements.ts';

describe('files of a restored database', () => {
  it('lie where the server keeps its own, under names nobody else has', () => {
    const files = [
      ['d', 'x', 'D'],
      ['l', 'x', 'L'],
      ['d2', 'x', 'D'],
      ['fs', 'x', 'S'],
    ] as const;
    expect(movesOf("a'b/c", files, ['E:\\Data', 'F:\\Log\\', null])).toEqual([
      { logical: 'd', physical: 'E:\\Data\\a_b_c_1.mdf' },
      { logical: 'l', physical: 'F:\\Log\\a_b_c_2.ldf' },
      { logical: 'd2', physical: 'E:\\Data\\a_b_c_3.ndf' },
      { logical: 'fs', physical: 'E:\\Data\\a_b_c_4' },
    ]);
    expect(movesOf('n', [['d', 'x', 'D']], [null, null, '/var/opt/mssql/data/master.mdf'])).toEqual([
      { logical: 'd', physical: '/var/opt/mssql/data/n_1.mdf' },
    ]);
  });
});

describe('statements', () => {
  it('quote whatever name they are given', () => {
    const name = `x]; DROP DATABASE y --'`;
    expect(BACKUP(name, "D:\\a'b.bak")).toMatch(
      /^BACKUP DATABASE \[x\]\]; DROP DATABASE y --'\] TO DISK = N'D:\\a''b\.bak' WITH COPY_ONLY, CHECKSUM, INIT, FORMAT/,
    );
    expect(RENAME(name, name)).toBe(`ALTER DATABASE [x]]; DROP DATABASE y --'] MODIFY NAME = [x]]; DROP DATABASE y --']`);
    expect(RESTORE(name, 'p', [{ logical: "l'", physical: "p'" }])).toContain(`WITH MOVE N'l''' TO N'p''', CHECKSUM, RECOVERY`);
    expect(DROP_OWN(name)).toContain(`DB_ID(N'x]; DROP DATABASE y --''')`);
  });

  it('take back whatever a question does', () => {
    expect(QUESTION('SELECT 1')).toMatch(/^SET XACT_ABORT ON; .*BEGIN TRANSACTION;\nSELECT 1\n;IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION$/);
  });
});
