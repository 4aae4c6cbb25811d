import { describe, expect, it } from '@jest/globals';
import { accessFingerprint, newRecoveryKey, openKitSeal, sealForKit } from '../../../../src/main/vault/index.ts';
import { kitCodeLines, kitCodeText } from '../../../../src/shared/model/kit-code.ts';
import type { KitAccess } from '../../../../src/shared/model/recovery-kit.ts';

const TOKEN =
  'sv=2026-10-06&st=2026-11-01T08%3A00%3A00Z&se=2028-11-01T08%3A00%3A00Z&sr=c&sp=rl&spr=https&sig=Zk3%2Bq0yQ1V9oXb2nH7c4LwT8eRjMdGfSaUiPxKvNzB0%3D';
const ACCESS: KitAccess = { azure: [{ account: 'hollisterrx', container: 'lifeboat-copies', prefix: 'main-street', token: TOKEN }] };

describe('access data on a kit', () => {
  it('open with the paper’s key, scanned or typed, and take a dozen lines at most', async () => {
    const key = newRecoveryKey();
    const sealed = await sealForKit(ACCESS, key);
    const lines = kitCodeLines(sealed);
    expect(await openKitSeal(kitCodeText(sealed), key)).toEqual(ACCESS);
    expect(await openKitSeal(lines.join('\n'), key)).toEqual(ACCESS);
    expect(lines.length).toBeLessThanOrEqual(12);
    expect(Buffer.from(sealed).includes('hollister')).toBe(false);
  });

  it('keep other addresses', async () => {
    const key = newRecoveryKey();
    const access = {
      azure: [...ACCESS.azure, { account: 'a', container: 'b', prefix: '', endpoint: 'https://a.blob.core.usgovcloudapi.net', token: 't' }],
    };
    expect(await openKitSeal(kitCodeText(await sealForKit(access, key)), key)).toEqual(access);
  });

  it('do not open with another paper’s key, nor when something is amiss', async () => {
    const key = newRecoveryKey();
    const sealed = await sealForKit(ACCESS, key);
    await expect(openKitSeal(kitCodeText(sealed), newRecoveryKey())).rejects.toMatchObject({ code: 'kit-key-wrong' });
    const damaged = Uint8Array.from(sealed, (byte, index) => (index === 40 ? byte ^ 1 : byte));
    await expect(openKitSeal(kitCodeText(damaged), key)).rejects.toMatchObject({ code: 'kit-key-wrong' });
    const typed = kitCodeLines(sealed).map((line, index) => (index === 1 ? `ZZZZ${line.slice(4)}` : line));
    await expect(openKitSeal(typed.join('\n'), key)).rejects.toMatchObject({ code: 'kit-code-unreadable', data: { line: 2 } });
    await expect(openKitSeal(kitCodeText(new Uint8Array(20)), key)).rejects.toMatchObject({ code: 'kit-code-unreadable', data: {} });
  });

  it('have a fingerprint that changes with them only', async () => {
    expect(accessFingerprint(ACCESS)).toBe(accessFingerprint(structuredClone(ACCESS)));
    expect(accessFingerprint({ azure: [] })).not.toBe(accessFingerprint(ACCESS));
    expect(accessFingerprint(ACCESS)).toMatch(/^[0-9a-f]{32}$/);
  });
});
