import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryBackend } from '../../../../src/main/engine/backend/memory/memory-backend.ts';
import { newMasterKeys } from '../../../../src/main/engine/crypto/index.ts';
import { fileKeyMemory } from '../../../../src/main/engine/key-memory.ts';
import { KnownKeys } from '../../../../src/main/engine/known-keys.ts';
import { addKey, createKeyFile } from '../../../../src/main/engine/repository/keys/index.ts';
import { CHEAP_KEY_COST } from '../../../support/cheap-key-cost.ts';
import { ManualTime } from '../../../support/manual-time.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';

const making = { identity: { hostname: 'back-office', username: 'ana' }, clock: new ManualTime(), cost: CHEAP_KEY_COST };
const PASSWORDS = ['first', 'second', 'third', 'fourth', 'fifth'];

/** Each key file that is read is a scrypt that is paid. */
class CountingBackend extends MemoryBackend {
  tried = 0;

  override async load(...request: Parameters<MemoryBackend['load']>): Promise<Uint8Array<ArrayBuffer>> {
    if (request[0].type === 'keys') this.tried += 1;
    return await super.load(...request);
  }
}

describe('the key that opens a repository', () => {
  let scratch: Scratch;
  let backend: CountingBackend;
  const folder = (): string => join(scratch.path, 'cache');
  const files = (): string[] => readdirSync(folder()).map((name) => join(folder(), name));
  /** What a program that was started anew pays for a password. */
  const paid = async (password: string): Promise<number> => {
    const before = backend.tried;
    await new KnownKeys(fileKeyMemory(folder())).open(backend, password);
    return backend.tried - before;
  };
  /** What it pays for each password with nothing remembered: its place among the key files. */
  const places = async (): Promise<Map<string, number>> => {
    const found = new Map<string, number>();
    for (const password of PASSWORDS) {
      rmSync(folder(), { recursive: true, force: true });
      found.set(password, await paid(password));
    }
    rmSync(folder(), { recursive: true, force: true });
    return found;
  };
  const last = async (): Promise<string> => [...(await places())].find(([, place]) => place === PASSWORDS.length)?.[0] ?? '';

  beforeEach(async () => {
    scratch = scratchFolder();
    backend = new CountingBackend();
    const masterKeys = newMasterKeys();
    const { id, bytes } = await createKeyFile('first', masterKeys, making);
    await backend.save({ type: 'keys', name: id }, [bytes]);
    for (const password of PASSWORDS.slice(1)) await addKey({ backend, masterKeys, keyId: id }, password, making);
  });
  afterEach(() => scratch.remove());

  test('is paid for once, by a program that was started anew too', async () => {
    expect([...(await places()).values()].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
    const password = await last();
    expect([await paid(password), await paid(password), await paid(password)]).toEqual([5, 1, 1]);
  });

  test('is found as ever where what is remembered is wrong, damaged, gone or cannot be kept', async () => {
    const password = await last();
    await paid(password);
    const [file = ''] = files();
    for (const content of ['f'.repeat(64), 'no id', '']) {
      writeFileSync(file, content);
      expect(await paid(password)).toBe(5);
      expect(await paid(password)).toBe(1);
    }
    // Another's password is right too, and costs no more than one try in vain.
    await paid('first');
    expect(await paid('first')).toBe(1);
    rmSync(folder(), { recursive: true });
    writeFileSync(folder(), 'a file where the folder should be');
    expect([await paid(password), await paid(password)]).toEqual([5, 5]);
  });

  test('is remembered by nothing but the name of a file that everybody sees', async () => {
    await paid('third');
    const names = await Array.fromAsync(backend.list('keys'), ({ name }) => name);
    expect(files()).toHaveLength(1);
    expect(names).toContain(readFileSync(files()[0] ?? '', 'utf8'));
  });
});
