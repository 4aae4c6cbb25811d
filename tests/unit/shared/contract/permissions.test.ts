import { describe, expect, test } from '@jest/globals';
import { contract, type ProcedureMeta } from '../../../../src/shared/contract/index.ts';
import { PERMISSIONS, type Permission, ROLE_PERMISSIONS, ROLES } from '../../../../src/shared/model/person.ts';

type Procedure = { '~orpc': { meta: ProcedureMeta } };

const procedures: [name: string, permission: Permission][] = Object.entries(contract).flatMap(([area, slice]) =>
  Object.entries(slice).map(([name, procedure]): [string, Permission] => [
    `${area}.${name}`,
    (procedure as unknown as Procedure)['~orpc'].meta.permission,
  ]),
);
const rolesFor = (asked: string): string[] => {
  const permission = procedures.find(([name]) => name === asked)?.[1];
  return ROLES.filter((role) => permission !== undefined && ROLE_PERMISSIONS[role].includes(permission));
};

describe('permissions', () => {
  test('every procedure names one of the closed list, and the owner may do everything', () => {
    expect(procedures.filter(([, permission]) => !PERMISSIONS.includes(permission))).toEqual([]);
    for (const [name] of procedures) expect(rolesFor(name)).toContain('owner');
  });

  test.each([
    'status.endAttack',
    'status.accept',
    'runs.unkeep',
    'destinations.declareLost',
    'kit.make',
    'kit.declareLeaked',
    'kit.forgetRetired',
  ])('%s is for those who are there and answer for the pharmacy', (name) => {
    expect(rolesFor(name)).toEqual(['owner', 'pharmacist-in-charge']);
  });

  test.each(['status.suspectAttack', 'runs.keep', 'runs.vendorUpdate', 'runs.cancel', 'status.pause'])(
    '%s is for everybody who works there: it takes nothing away',
    (name) => {
      expect(rolesFor(name)).toEqual(['owner', 'pharmacist-in-charge', 'technician', 'it-helper']);
    },
  );

  test('the IT helper touches neither keys nor data', () => {
    const names = procedures.map(([name]) => name).filter((name) => rolesFor(name).includes('it-helper'));
    expect(names.filter((name) => /^(kit\.(make|save)|restore\.(start|undo|browse|search|ask)|recovery\.)/.test(name))).toEqual([
      'recovery.state',
    ]);
  });
});
