import { describe, expect, it } from '@jest/globals';
import { createRouterClient } from '@orpc/server';
import { type AppServices, createApi } from '../../../../src/main/api/index.ts';
import { contract } from '../../../../src/shared/contract/index.ts';
import { PERMISSIONS, type Permission } from '../../../../src/shared/model/person.ts';

interface Found {
  path: string;
  permission: Permission | undefined;
}

/** Every procedure of the contract, whatever area it is in. */
function procedures(part: object, path: string[] = []): Found[] {
  if ('~orpc' in part)
    return [{ path: path.join('.'), permission: (part['~orpc'] as { meta: { permission?: Permission } }).meta.permission }];
  return Object.entries(part).flatMap(([name, inner]) => procedures(inner as object, [...path, name]));
}

const ALL = procedures(contract);

/** Services that nobody may reach: whatever is asked of them is an answer that should not have been given. */
function untouchable(reached: string[], path = 'services'): AppServices {
  return new Proxy(() => undefined, {
    get: (_target, name) => untouchable(reached, `${path}.${String(name)}`),
    apply: () => {
      reached.push(path);
      return undefined;
    },
  }) as unknown as AppServices;
}

async function callAll(may: (permission: Permission) => boolean): Promise<{ codes: Map<string, unknown>; reached: string[] }> {
  const reached: string[] = [];
  const client = createRouterClient(createApi(untouchable(reached)), { context: { person: undefined, may } });
  const codes = new Map<string, unknown>();
  for (const { path } of ALL) {
    const procedure = path.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], client) as (
      input: unknown,
    ) => Promise<unknown>;
    codes.set(
      path,
      await procedure({}).then(
        () => undefined,
        (error: unknown) => (error as { code?: unknown }).code,
      ),
    );
  }
  return { codes, reached };
}

describe('the procedures of the contract', () => {
  it('are there', () => expect(ALL.length).toBeGreaterThan(40));

  it.each(ALL)('$path names a permission', ({ permission }) => expect(PERMISSIONS).toContain(permission));

  it('refuse whoever may nothing before anything is looked at', async () => {
    const { codes, reached } = await callAll(() => false);
    expect([...codes].filter(([, code]) => code !== 'FORBIDDEN')).toEqual([]);
    expect(reached).toEqual([]);
  });

  it.each(PERMISSIONS)('ask for no other permission than %s where they name it', async (given) => {
    const { codes } = await callAll((permission) => permission === given);
    const let_in = ALL.filter(({ path }) => codes.get(path) !== 'FORBIDDEN');
    expect(let_in.every(({ permission }) => permission === given)).toBe(true);
    expect(let_in).toHaveLength(ALL.filter(({ permission }) => permission === given).length);
  });
});
