import { createSecretKey } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decrypt, deriveKeys, encrypt, newMasterKeys, SEAL_OVERHEAD } from '../../../../../src/main/engine/crypto/index.ts';
import { Poly1305Aes } from '../../../../../src/main/engine/crypto/poly1305-aes.ts';

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

describe('Poly1305-AES', () => {
  // D. J. Bernstein, "The Poly1305-AES message-authentication code", appendix B.
  test.each([
    [
      'f3f6',
      '851fc40c3467ac0be05cc20404f3f700',
      'ec074c835580741701425b623235add6',
      'fb447350c4e868c52ac3275cf9d4327e',
      'f4c633c3044fc145f84f335cb81953de',
    ],
    [
      '',
      'a0f3080000f46400d0c7e9076c834403',
      '75deaa25c09f208e1dc4ce6b5cad3fbf',
      '61ee09218d29b0aaed7e154a2c5509cc',
      'dd3fab2251f11ac759f0887129cc2ee7',
    ],
  ])('message %p', (message, r, k, nonce, tag) => {
    const authentication = new Poly1305Aes(createSecretKey(bytes(k)), bytes(r));
    const whole = authentication.begin(bytes(nonce), bytes(message).length);
    whole.update(bytes(message));
    expect(Buffer.from(whole.final()).toString('hex')).toBe(tag);
    const running = authentication.begin(bytes(nonce), bytes(message).length);
    for (const byte of bytes(message)) running.update(Uint8Array.of(byte));
    expect(Buffer.from(running.final()).toString('hex')).toBe(tag);
  });

  test('long messages have the same tag in one piece and in slices', () => {
    const keys = newMasterKeys();
    const plain = Buffer.alloc(3 * 1024 * 1024 + 17, 0x5a);
    expect(decrypt(keys, encrypt(keys, plain))?.equals(plain)).toBe(true);
  });
});

describe('sealing', () => {
  const keys = newMasterKeys();

  test('what is sealed opens again and is longer by the overhead', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (plain) => {
        const sealed = encrypt(keys, plain);
        expect(sealed.length).toBe(plain.length + SEAL_OVERHEAD);
        expect(decrypt(keys, sealed)).toEqual(Buffer.from(plain));
      }),
    );
  });

  test('any changed byte is refused', () => {
    const sealed = encrypt(keys, Buffer.from('metformin 500 mg'));
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] as number) ^ 0x10;
      expect(decrypt(keys, changed)).toBeUndefined();
    }
  });

  test('too short and other keys are refused', () => {
    expect(decrypt(keys, new Uint8Array(SEAL_OVERHEAD - 1))).toBeUndefined();
    expect(decrypt(newMasterKeys(), encrypt(keys, Buffer.from('x')))).toBeUndefined();
  });

  test('the same password, salt and cost give the same keys', async () => {
    const parameters = { N: 1024, r: 8, p: 1, salt: Buffer.alloc(64, 1) };
    const [a, b, c] = await Promise.all([
      deriveKeys('ñandú', parameters),
      deriveKeys('ñandú', parameters),
      deriveKeys('nandu', parameters),
    ]);
    expect(decrypt(a, encrypt(b, Buffer.from('ok')))?.toString()).toBe('ok');
    expect(decrypt(c, encrypt(b, Buffer.from('ok')))).toBeUndefined();
  });
});
