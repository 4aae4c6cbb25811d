import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { program } from '../support/program.ts';
import { PASSWORD, Workshop } from '../support/workshop.ts';

describe('unlock', () => {
  let shop: Workshop;
  let repository: string;
  let count = 0;

  beforeAll(() => {
    shop = new Workshop();
  });
  beforeEach(async () => {
    count += 1;
    repository = await shop.repository(`repository-${count}`);
  });
  afterAll(() => shop.close());

  const locks = (): string[] => readdirSync(join(repository, 'locks'));

  test('has nothing to do where nobody locked', async () => {
    expect(await shop.engine.unlock(repository, PASSWORD)).toEqual({ removed: [], kept: [] });
  });

  test('removes what a killed program left behind', async () => {
    const holder = spawn(process.execPath, [program('hold-lock'), repository, PASSWORD], { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    holder.kill('SIGKILL');
    await once(holder, 'close');
    const left = locks();
    expect(left).toHaveLength(1);
    expect(await shop.engine.unlock(repository, PASSWORD)).toEqual({ removed: left, kept: [] });
    expect(locks()).toEqual([]);
  });

  test('leaves the living alone unless all are asked for', async () => {
    const session = await shop.engine.open(repository, PASSWORD, 'reading');
    const held = locks();
    expect(await shop.engine.unlock(repository, PASSWORD)).toEqual({ removed: [], kept: held });
    await expect(shop.engine.open(repository, PASSWORD, 'exclusive')).rejects.toMatchObject({
      code: 'repository-locked',
      data: { pid: process.pid, exclusive: false },
    });
    expect(await shop.engine.unlock(repository, PASSWORD, { all: true })).toEqual({ removed: held, kept: [] });
    await session.close();
    expect(locks()).toEqual([]);
  });

  test('a lock file that cannot be read stays until all are asked for', async () => {
    const name = 'ab'.repeat(32);
    writeFileSync(join(repository, 'locks', name), 'half written');
    expect(await shop.engine.unlock(repository, PASSWORD)).toEqual({ removed: [], kept: [name] });
    expect(await shop.engine.unlock(repository, PASSWORD, { all: true })).toEqual({ removed: [name], kept: [] });
  });

  test('takes the password', async () => {
    await expect(shop.engine.unlock(repository, 'wrong', { all: true })).rejects.toMatchObject({ code: 'wrong-password' });
  });
});
