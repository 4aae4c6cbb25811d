import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BASE32_ALPHABET } from '../../../../src/shared/model/checked-base32.ts';
import {
  makeRecoveryKey,
  normalizeRecoveryKey,
  RECOVERY_KEY_RANDOM,
  recoveryKeyGroups,
} from '../../../../src/shared/model/recovery-key.ts';

const keys = fc.uint8Array({ minLength: RECOVERY_KEY_RANDOM, maxLength: RECOVERY_KEY_RANDOM }).map(makeRecoveryKey);
const KEY = makeRecoveryKey(Uint8Array.from({ length: RECOVERY_KEY_RANDOM }, (_, index) => index * 15 + 7));

/** Places of the characters that are no dashes. */
const PLACES = [...KEY].flatMap((character, place) => (character === '-' ? [] : [place]));
const groupAt = (place: number): number => Math.floor(place / 5) + 1;
const withCharacter = (key: string, place: number, character: string): string => key.slice(0, place) + character + key.slice(place + 1);

describe('makeRecoveryKey', () => {
  it('makes seven groups of four characters that cannot be mistaken', () => {
    fc.assert(
      fc.property(keys, (key) => {
        expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(recoveryKeyGroups(key).join('-')).toBe(key);
      }),
    );
  });

  it('is the same text for the same randomness for good, since repositories are opened with it', () => {
    expect(KEY).toBe('0WB2-AD23-A9GQ-0ZWE-KPPB-QJPS-X3H7');
    expect(makeRecoveryKey(new Uint8Array(17).fill(255))).toMatch(/^(ZZZZ-){6}ZZ/);
  });

  it('uses 130 bits: each changes the key', () => {
    const made = Array.from({ length: 130 }, (_, bit) => {
      const random = new Uint8Array(RECOVERY_KEY_RANDOM);
      random[bit >> 3] = 128 >> (bit & 7);
      return makeRecoveryKey(random);
    });
    expect(new Set(made).size).toBe(130);
    expect(() => makeRecoveryKey(new Uint8Array(16))).toThrow(RangeError);
  });
});

describe('normalizeRecoveryKey', () => {
  it('takes back what people make of it', () => {
    fc.assert(
      fc.property(keys, fc.constantFrom('', ' ', '-', '–', '\u2212', ' - ', '\n'), fc.boolean(), (key, separator, isSmall) => {
        const text = key
          .replaceAll('-', separator)
          .replaceAll('0', 'O')
          .replaceAll('1', isSmall ? 'l' : 'I');
        expect(normalizeRecoveryKey(` ${isSmall ? text.toLowerCase() : text}\t`)).toEqual({ ok: true, key });
      }),
    );
  });

  it('notices every wrong character, and in which group it is', () => {
    for (const place of PLACES) {
      for (const character of BASE32_ALPHABET) {
        if (character === KEY[place]) continue;
        const expected = { ok: false, reason: 'checksum', group: groupAt(place) };
        expect(normalizeRecoveryKey(withCharacter(KEY, place, character))).toEqual(expected);
      }
    }
  });

  it('notices every swap of two characters, also of those that are not neighbours', () => {
    fc.assert(
      fc.property(keys, (key) => {
        for (const a of PLACES) {
          for (const b of PLACES.filter((place) => place > a && key[place] !== key[a])) {
            const swapped = withCharacter(withCharacter(key, a, key.charAt(b)), b, key.charAt(a));
            expect(normalizeRecoveryKey(swapped)).toMatchObject({ ok: false, reason: 'checksum' });
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('notices any two wrong characters', () => {
    const place = fc.constantFrom(...PLACES);
    const other = fc.integer({ min: 1, max: 31 });
    const changed = (key: string, at: number, by: number): string =>
      withCharacter(key, at, BASE32_ALPHABET.charAt(BASE32_ALPHABET.indexOf(key.charAt(at)) ^ by));
    fc.assert(
      fc.property(keys, place, place, other, other, (key, a, b, byA, byB) => {
        fc.pre(a !== b);
        expect(normalizeRecoveryKey(changed(changed(key, a, byA), b, byB)).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('says what is wrong with the length, and which character cannot be', () => {
    expect(normalizeRecoveryKey('')).toEqual({ ok: false, reason: 'too-short' });
    expect(normalizeRecoveryKey(KEY.slice(0, -1))).toEqual({ ok: false, reason: 'too-short' });
    expect(normalizeRecoveryKey(`${KEY}0`)).toEqual({ ok: false, reason: 'too-long' });
    expect(normalizeRecoveryKey(withCharacter(KEY, 12, 'u'))).toEqual({ ok: false, reason: 'character', group: 3 });
    expect(normalizeRecoveryKey(withCharacter(KEY, 0, '?'))).toEqual({ ok: false, reason: 'character', group: 1 });
    expect(normalizeRecoveryKey('😀')).toEqual({ ok: false, reason: 'character', group: 1 });
  });
});
