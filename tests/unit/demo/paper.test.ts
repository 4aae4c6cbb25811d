import { describe, expect, test } from '@jest/globals';
import { paperOn } from '../../../demo/paper.ts';

/** Collects what is written. */
function sink(isTTY: boolean): { isTTY: boolean; text: string; write: (text: string) => void } {
  const collected = { isTTY, text: '', write: (text: string) => void (collected.text += text) };
  return collected;
}

describe('paperOn', () => {
  test('writes plain lines without colour and without a terminal', () => {
    const out = sink(false);
    const paper = paperOn(out, false);
    paper.chapter('First');
    paper.progress('42%');
    paper.fact('Size', '48 MB');
    paper.good('all there');
    paper.chapter('Second');
    expect(out.text).toBe(`\n1. First\n   ${'Size'.padEnd(32)} 48 MB\n   ✓ all there\n\n2. Second\n`);
  });

  test('wipes the moving line before the next one', () => {
    const out = sink(true);
    const paper = paperOn(out, false);
    paper.progress('42%');
    paper.progress('42%');
    paper.say('done');
    expect(out.text).toBe('   42%\r\x1b[2K   done\n');
  });

  test('colours when asked to', () => {
    const out = sink(true);
    paperOn(out, true).bad('wrong');
    expect(out.text).toBe('   \x1b[31m✗ wrong\x1b[39m\n');
  });
});
