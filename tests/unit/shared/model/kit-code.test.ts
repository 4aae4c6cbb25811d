import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { kitCodeLines, kitCodeText, readKitCode, readKitLine } from '../../../../src/shared/model/kit-code.ts';

const SEALED = Uint8Array.from({ length: 100 }, (_, index) => (index * 37) & 255);
const LINES = kitCodeLines(SEALED);

const typed = (lines: readonly string[]): string => lines.join('\n');

describe('the code of sealed data', () => {
  it('comes back from the QR code’s text and from its lines, as printed, with numbers, or in small letters', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), (sealed) => {
        const lines = kitCodeLines(sealed);
        const numbered = lines.map((line, index) => `${index + 1}. ${line.toLowerCase().replaceAll('-', ' ')}`);
        for (const text of [kitCodeText(sealed), typed(lines), typed(numbered)]) expect(readKitCode(text)).toEqual({ ok: true, sealed });
      }),
    );
  });

  it('has only characters that a QR code packs densely', () => {
    expect(kitCodeText(SEALED)).toMatch(/^[0-9A-Z:]+$/);
  });

  it('notices a line that is left out, typed twice, or in the place of another', () => {
    const [first = '', second = '', ...rest] = LINES;
    expect(readKitCode(typed([first, ...rest]))).toMatchObject({ ok: false, reason: 'checksum', line: 2 });
    expect(readKitCode(typed([first, first, ...rest]))).toMatchObject({ ok: false, reason: 'checksum', line: 2 });
    expect(readKitCode(typed([second, first, ...rest]))).toMatchObject({ ok: false, reason: 'checksum', line: 1 });
    expect(readKitCode(typed(LINES.slice(0, -1)))).toEqual({ ok: false, reason: 'lines-missing', lines: LINES.length });
  });

  it('says in which group of a line a wrong character is', () => {
    const line = LINES[2] ?? '';
    const wrong = line.replace(/^(.{10})(.)/, (_, before: string, character: string) => before + (character === '0' ? '1' : '0'));
    expect(readKitLine(wrong, 3)).toEqual({ ok: false, reason: 'checksum', line: 3, group: 3 });
    expect(readKitLine('U234', 3)).toEqual({ ok: false, reason: 'character', line: 3, group: 1 });
    expect(readKitLine('', 3)).toEqual({ ok: false, reason: 'too-short', line: 3 });
    expect(readKitLine(`${line}AAAA`, 3)).toEqual({ ok: false, reason: 'too-long', line: 3 });
  });

  it('tells how many lines there are as soon as the first is typed', () => {
    expect(readKitLine(LINES[0] ?? '', 1)).toMatchObject({ ok: true, lines: LINES.length });
  });

  it('does not take anything else for a code', () => {
    expect(readKitCode('')).toEqual({ ok: false, reason: 'version' });
    expect(readKitCode('LBKIT:')).toEqual({ ok: false, reason: 'version' });
    expect(readKitCode('LBKIT:0459?')).toMatchObject({ ok: false, reason: 'character' });
    expect(readKitCode('https://example.com')).toMatchObject({ ok: false, reason: 'character', line: 1 });
  });

  it('refuses data that no paper holds', () => {
    expect(() => kitCodeLines(new Uint8Array(2000))).toThrow(RangeError);
  });
});
