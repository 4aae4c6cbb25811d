import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { systemClock } from '../../src/main/clock.ts';
import type { Backend } from '../../src/main/engine/backend/index.ts';
import { LocalBackend } from '../../src/main/engine/backend/local/local-backend.ts';
import { addKey, type KeyRing, listKeys, openWithPassword, replaceKey } from '../../src/main/engine/repository/keys/index.ts';
import { CHEAP_KEY_COST } from '../support/cheap-key-cost.ts';
import { describeWith } from '../support/describe-with.ts';
import { type ResticOptions, restic, resticOk } from '../support/restic.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

const MAKING = { identity: { hostname: 'back-office', username: 'ana' }, clock: systemClock };

describeWith('restic', 'keys beside real restic', () => {
  let scratch: Scratch;
  let options: ResticOptions;
  let backend: Backend;
  let ring: KeyRing;

  beforeAll(async () => {
    scratch = scratchFolder();
    options = { repo: join(scratch.path, 'repository'), password: 'restic’s own ☂' };
    await resticOk(['init'], options);
    backend = new LocalBackend(options.repo);
    ring = { backend, ...(await openWithPassword(backend, options.password)) };
  });

  afterAll(() => scratch.remove());

  test.each([
    ['of our usual cost', {}],
    ['of a cheap cost', { cost: CHEAP_KEY_COST }],
  ])('restic opens with a key of ours %s and shows whose it is', async (name, cost) => {
    const id = await addKey(ring, `ours ${name}`, { ...MAKING, ...cost });
    const mine = { ...options, password: `ours ${name}` };
    await resticOk(['check'], mine);
    expect(await resticOk(['key', 'list'], mine)).toMatch(new RegExp(`\\*${id.slice(0, 8)}\\s+ana\\s+back-office`));
  });

  test('we open with a key that restic added, and restic no more with one that we replaced', async () => {
    const file = join(scratch.path, 'password');
    writeFileSync(file, 'second');
    await resticOk(['key', 'add', '--new-password-file', file], options);
    const second = await openWithPassword(backend, 'second');
    expect(second.masterKeys).toEqual(ring.masterKeys);
    const id = await replaceKey({ backend, ...second }, 'third', { ...MAKING, cost: CHEAP_KEY_COST });
    expect((await listKeys(backend)).map((key) => key.id)).toContain(id);
    expect((await restic(['snapshots'], { ...options, password: 'second' })).code).not.toBe(0);
    await resticOk(['snapshots'], { ...options, password: 'third' });
  });
});
