import { describe, expect, test } from '@jest/globals';
import { typedCode } from '../../../../../src/renderer/components/paper/code-fault.ts';
import { isWholeKey, keyFault, NO_KEY, typeIntoGroup } from '../../../../../src/renderer/components/paper/key-groups.ts';
import { kitCodeLines, kitCodeText } from '../../../../../src/shared/model/kit-code.ts';
import { makeRecoveryKey, RECOVERY_KEY_RANDOM } from '../../../../../src/shared/model/recovery-key.ts';

const KEY = makeRecoveryKey(new Uint8Array(RECOVERY_KEY_RANDOM).fill(7));

describe('a key typed back', () => {
  test('pasted whole into any group from its start fills all of them', () => {
    const { groups } = typeIntoGroup(NO_KEY, 0, KEY.toLowerCase());
    expect(groups.join('-')).toBe(KEY);
    expect(isWholeKey(groups)).toBe(true);
    expect(keyFault(groups)).toBeUndefined();
  });

  test('a full group hands on to the next one', () => {
    expect(typeIntoGroup(NO_KEY, 2, 'abc')).toMatchObject({ next: 2 });
    expect(typeIntoGroup(NO_KEY, 2, 'abcd')).toMatchObject({ next: 3 });
    expect(typeIntoGroup(NO_KEY, 6, 'abcd')).toMatchObject({ next: 6 });
  });

  test('tells a character that no key has at once, with its group', () => {
    expect(keyFault(typeIntoGroup(NO_KEY, 3, 'AU').groups)).toEqual({ reason: 'character', group: 4 });
  });

  test('tells a wrong character when all is typed, with its group', () => {
    const wrong = KEY.slice(0, 11) + (KEY[11] === '0' ? '1' : '0') + KEY.slice(12);
    expect(keyFault(typeIntoGroup(NO_KEY, 0, wrong).groups)).toEqual({ reason: 'checksum', group: 3 });
  });

  test('says nothing of a key that is not whole yet', () => {
    expect(keyFault(typeIntoGroup(NO_KEY, 0, KEY.slice(0, 12)).groups)).toBeUndefined();
  });
});

describe('an access code typed back', () => {
  const sealed = Uint8Array.from({ length: 60 }, (_, at) => at);
  const lines = kitCodeLines(sealed);

  test('counts the lines that are right, and knows how many there are from the first', () => {
    expect(typedCode(`1. ${lines[0]}\n`)).toEqual({ read: 1, all: lines.length, fault: undefined, isWhole: false });
    expect(typedCode(lines.join('\n'))).toMatchObject({ isWhole: true });
    expect(typedCode(kitCodeText(sealed))).toMatchObject({ isWhole: true });
  });

  test('names a line that is wrong, but not the one that is being typed', () => {
    const swapped = [lines[0], lines[2], lines[1]].join('\n');
    expect(typedCode(swapped).fault).toMatchObject({ line: 2 });
    expect(typedCode(`${lines[0]}\n${lines[1]?.slice(0, 9)}`)).toMatchObject({ read: 1, fault: undefined });
    expect(typedCode(`${lines[0]}\n${lines[1]?.slice(0, 9)}\n`).fault).toMatchObject({ line: 2 });
  });

  test('refuses what is no code of a kit', () => {
    expect(typedCode('LBKIT:0000').fault).toBeDefined();
  });
});
