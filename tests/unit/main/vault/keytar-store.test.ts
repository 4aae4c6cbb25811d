import { describe, expect, it } from '@jest/globals';
import { createSecretStore, LONGEST_SECRET } from '../../../../src/main/vault/index.ts';
import type { Keytar } from '../../../../src/main/vault/load-keytar.ts';
import { vaultFailure } from '../../../../src/main/vault/vault-failure.ts';
import { withinTime } from '../../../../src/main/vault/within.ts';

/** A store whose every question ends as told. */
function answering(answer: () => Promise<never>): Keytar {
  return { getPassword: answer, setPassword: answer, deletePassword: answer };
}

describe('a secret', () => {
  const store = createSecretStore({ installationId: 'one', load: () => Promise.reject(new Error('must not be loaded')) });

  it('must fit into every system’s vault, and is not told when it does not', async () => {
    await expect(store.set('one', '')).rejects.toThrow(RangeError);
    const long = 'secret'.repeat(LONGEST_SECRET);
    await expect(store.set('one', long)).rejects.toThrow(/^A secret of 7200 characters is too long for the vault\.$/);
  });
});

describe('what is wrong with the store', () => {
  it.each([
    ['The name org.freedesktop.secrets was not provided by any .service files', 'no-service'],
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'no-service'],
    ['Could not connect: No such file or directory', 'no-service'],
    ['The given address is empty', 'no-service'],
    ['A specified logon session does not exist. It may already have been terminated.', 'no-service'],
    ['Cannot create an item in a locked collection', 'locked'],
    ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'locked'],
    ['User interaction is not allowed.', 'locked'],
    ['The stub received bad data.', 'failed'],
  ])('%s', (message, reason) => {
    expect(vaultFailure(new Error(message))).toMatchObject({ code: 'vault-missing', data: { reason }, retryable: false });
  });

  it('turns questions down while an old one hangs, and asks again when that is answered', async () => {
    const { promise, resolve } = Promise.withResolvers<never>();
    let asked = 0;
    const keytar = answering(() => {
      asked++;
      return promise;
    });
    const store = createSecretStore({
      installationId: 'one',
      load: () => Promise.resolve(keytar),
      within: () => Promise.resolve(undefined),
    });
    for (let round = 0; round < 3; round++) {
      await expect(store.get('one')).rejects.toMatchObject({ code: 'vault-missing', data: { reason: 'no-answer' }, retryable: true });
    }
    expect(asked).toBe(1);
    resolve(undefined as never);
    await promise;
    await expect(store.get('one')).rejects.toMatchObject({ data: { reason: 'no-answer' } });
    expect(asked).toBe(2);
  });

  it('is said again at the next question when the library cannot be loaded, and nothing else breaks', async () => {
    const store = createSecretStore({ installationId: 'one', load: () => Promise.reject(vaultFailure(new Error('is locked'))) });
    await expect(store.get('one')).rejects.toMatchObject({ data: { reason: 'locked' } });
    await expect(store.delete('one')).rejects.toMatchObject({ data: { reason: 'locked' } });
  });
});

describe('withinTime', () => {
  it('gives the result, the failure, or up', async () => {
    expect(await withinTime(60_000, Promise.resolve(1))).toBe(1);
    await expect(withinTime(60_000, Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withinTime(1, new Promise(() => undefined))).toBeUndefined();
  });
});
