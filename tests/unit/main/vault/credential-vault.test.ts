import { describe, expect, it } from '@jest/globals';
import { createCredentialVault } from '../../../../src/main/vault/index.ts';
import { MemorySecrets, MemoryWrapped } from '../../../support/memory-secrets.ts';

function pc({ secrets = new MemorySecrets(), bootstrap = new MemoryWrapped() } = {}) {
  return { secrets, bootstrap, vault: createCredentialVault({ secrets, bootstrap }) };
}

describe('credentials', () => {
  it('come back in full length, and only sealed text leaves the vault', async () => {
    const { vault, bootstrap, secrets } = pc();
    const token = 'sv=2026&sig=ñ'.repeat(500);
    await vault.set('azure', token);
    expect(await vault.get('azure')).toBe(token);
    expect(await vault.get('mail')).toBeUndefined();
    expect(vault.names()).toEqual(['azure']);
    expect(bootstrap.entries.get('azure')).toMatch(/^[A-Za-z0-9+/=]+$/);
    expect(Buffer.from(bootstrap.entries.get('azure')!, 'base64').includes('sig')).toBe(false);
    expect([...secrets.entries.keys()]).toEqual(['wrapping-key']);
  });

  it('are sealed anew each time, so that equal ones do not look equal', async () => {
    const { vault, bootstrap } = pc();
    await vault.set('one', 'same');
    const before = bootstrap.entries.get('one');
    await vault.set('one', 'same');
    expect(bootstrap.entries.get('one')).not.toBe(before);
  });

  it('can be removed', async () => {
    const { vault } = pc();
    await vault.set('azure', 'token');
    expect(await vault.delete('azure')).toBe(true);
    expect(await vault.delete('azure')).toBe(false);
    expect(await vault.get('azure')).toBeUndefined();
  });

  it('are never empty', async () => {
    await expect(pc().vault.set('azure', '')).rejects.toThrow(RangeError);
  });

  it('make one key, also when two are set at once', async () => {
    const { vault } = pc();
    await Promise.all(['one', 'two', 'three'].map((name) => vault.set(name, `of ${name}`)));
    expect(await Promise.all(['one', 'two', 'three'].map((name) => vault.get(name)))).toEqual(['of one', 'of two', 'of three']);
  });

  it('cannot pass for one another, and damage is told', async () => {
    const { vault, bootstrap } = pc();
    await vault.set('azure', 'token');
    const sealed = bootstrap.entries.get('azure')!;
    bootstrap.write('mail', sealed);
    await expect(vault.get('mail')).rejects.toMatchObject({ code: 'credential-unreadable', data: { name: 'mail' } });
    for (const wrong of ['', 'AA==', sealed.slice(4), `Ag${sealed.slice(2)}`, `${sealed.slice(0, -8)}AAAAAAA=`]) {
      bootstrap.write('azure', wrong);
      await expect(vault.get('azure')).rejects.toMatchObject({ code: 'credential-unreadable', data: { name: 'azure' } });
    }
  });

  it('say on another PC that the entry is missing, and no new key shuts the old ones for good', async () => {
    const { bootstrap, vault: old } = pc();
    await old.set('azure', 'token');
    const { vault, secrets } = pc({ bootstrap });
    await expect(vault.get('azure')).rejects.toMatchObject({ code: 'vault-entry-missing' });
    await expect(vault.set('mail', 'password')).rejects.toMatchObject({ code: 'vault-entry-missing' });
    expect(secrets.entries.size).toBe(0);
    expect(await old.get('azure')).toBe('token');
  });

  it('can begin anew, and say what is to be typed again', async () => {
    const { bootstrap, vault: old } = pc();
    await old.set('azure', 'token');
    const { vault } = pc({ bootstrap });
    expect(await vault.forgetAll()).toEqual(['azure']);
    await vault.set('azure', 'new');
    expect(await vault.get('azure')).toBe('new');
  });
});

describe('this PC’s key', () => {
  it('is made once', async () => {
    const { vault } = pc();
    await expect(vault.pcKey()).rejects.toMatchObject({ code: 'vault-entry-missing', data: { name: 'pc-key' } });
    const [key, again] = await Promise.all([vault.makePcKey(), vault.makePcKey()]);
    expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(again).toBe(key);
    expect(await vault.pcKey()).toBe(key);
    expect(await pc().vault.makePcKey()).not.toBe(key);
  });

  it('is replaced by another, wherever that ended: the old one is never lost, and there is never a third', async () => {
    const { vault, secrets } = pc();
    const old = await vault.makePcKey();
    await vault.set('azure', 'token');
    const set = secrets.set.bind(secrets);
    secrets.set = () => Promise.reject(new Error('killed'));
    await expect(vault.replacePcKey('old')).rejects.toThrow('killed');
    expect([await vault.get('old'), await vault.pcKey()]).toEqual([old, old]);
    secrets.set = set;
    await vault.replacePcKey('old');
    const made = await vault.pcKey();
    expect(made).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(made).not.toBe(old);
    await vault.replacePcKey('old');
    expect([await vault.get('old'), await vault.pcKey()]).toEqual([old, made]);
  });
});
