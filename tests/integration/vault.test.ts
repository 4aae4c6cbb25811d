import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from '@jest/globals';
import { createCredentialVault, createSecretStore, LONGEST_SECRET } from '../../src/main/vault/index.ts';
import { describeWith } from '../support/describe-with.ts';
import { type KeyringKind, startKeyringSession } from '../support/keyring-session.ts';
import { MemoryWrapped } from '../support/memory-secrets.ts';
import { program } from '../support/program.ts';

/** What get, set, get and delete gave in a process of its own; `afterwards` happens while it may still run. */
async function inProcess(
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  afterwards: () => Promise<void> = () => Promise.resolve(),
): Promise<unknown[]> {
  const env = { ...process.env, DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: '/nonexistent', ...environment };
  const child = spawn(process.execPath, [program('vault-process'), randomUUID(), ...args], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const [line = '[]'] = (await once(createInterface({ input: child.stdout }), 'line')) as string[];
  await afterwards();
  await ended;
  return JSON.parse(line) as unknown[];
}

async function inSession(kind: KeyringKind, ...args: readonly string[]): Promise<unknown[]> {
  const session = await startKeyringSession(kind);
  return await inProcess(session.environment, args, () => session.end());
}

const describeNot: typeof describeWith = (_, title, body) => describe.skip(title, () => body());

const missing = (reason: string) => expect.objectContaining({ code: 'vault-missing', data: { reason } }) as unknown;

describeWith('keyring', 'the operating system’s vault', () => {
  it('keeps, gives back and removes a secret of the longest kind', async () => {
    const store = createSecretStore({ installationId: randomUUID() });
    const value = 'ñ'.repeat(10) + 'x'.repeat(LONGEST_SECRET - 10);
    expect(await store.get('one')).toBeUndefined();
    await store.set('one', value);
    expect(await store.get('one')).toBe(value);
    await store.set('one', 'another');
    expect(await store.get('one')).toBe('another');
    expect(await store.delete('one')).toBe(true);
    expect(await store.delete('one')).toBe(false);
    expect(await store.get('one')).toBeUndefined();
  });

  it('keeps installations apart', async () => {
    const [one, other] = [randomUUID(), randomUUID()].map((installationId) => createSecretStore({ installationId }));
    await one!.set('key', 'of one');
    expect(await other!.get('key')).toBeUndefined();
    await one!.delete('key');
  });

  it('opens credentials in a later process, and says so when the entry is gone', async () => {
    const installationId = randomUUID();
    const bootstrap = new MemoryWrapped();
    const vault = () => createCredentialVault({ secrets: createSecretStore({ installationId }), bootstrap });
    await vault().set('azure', 'sv=2026&sig=abc');
    const key = await vault().makePcKey();
    expect(await vault().get('azure')).toBe('sv=2026&sig=abc');
    expect(await vault().pcKey()).toBe(key);
    const moved = createCredentialVault({ secrets: createSecretStore({ installationId: randomUUID() }), bootstrap });
    await expect(moved.get('azure')).rejects.toMatchObject({ code: 'vault-entry-missing' });
    await expect(moved.pcKey()).rejects.toMatchObject({ code: 'vault-entry-missing' });
    await vault().forgetAll();
  });
});

(process.platform === 'linux' ? describeWith : describeNot)('keyring', 'a vault on Linux', () => {
  const none = (reason: string) => Array.from({ length: 4 }, () => missing(reason));

  it('notices a secret that the store cut off', async () => {
    const store = createSecretStore({ installationId: randomUUID() });
    await expect(store.set('one', 'a\0b')).rejects.toMatchObject({ code: 'vault-not-kept', data: { name: 'one' } });
    await store.delete('one');
  });

  it('works in a session of its own', async () => {
    expect(await inSession('unlocked')).toEqual(['nothing', 'nothing', 'a secret', true]);
  });

  it('says that there is no session', async () => {
    expect(await inProcess({})).toEqual(none('no-service'));
  });

  it('says that nothing in the session keeps secrets', async () => {
    expect(await inSession('none')).toEqual(none('no-service'));
  });

  it('tells a locked keyring from one without our entry', async () => {
    expect(await inSession('locked')).toEqual(none('locked'));
  });

  it('does not wait for ever, and asks no second time while the first question hangs', async () => {
    expect(await inSession('silent', 'impatient')).toEqual(none('no-answer'));
  });
});
