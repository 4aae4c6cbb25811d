import { describe, expect, test } from '@jest/globals';
import { Confirmations } from '../../../../src/main/notifications/confirmation.ts';
import { ManualTime } from '../../../support/manual-time.ts';

const MINUTE = 60_000;
const ADDRESS = 'ana@example.com';

function begun(): { time: ManualTime; confirmations: Confirmations; code: string; wrong: string } {
  const time = new ManualTime();
  const confirmations = new Confirmations(time);
  const code = confirmations.begin('ana', ADDRESS);
  return { time, confirmations, code, wrong: code === '000000' ? '000001' : '000000' };
}

describe('a code that confirms an address', () => {
  test('has six digits, counts once, and may be typed with spaces', () => {
    const { confirmations, code } = begun();
    expect(code).toMatch(/^\d{6}$/);
    expect(confirmations.confirm('ana', ADDRESS, `${code.slice(0, 3)} ${code.slice(3)} `)).toBe(true);
    expect(confirmations.confirm('ana', ADDRESS, code)).toBe(false);
  });

  test('may be tried five times', () => {
    const { confirmations, code, wrong } = begun();
    for (let tries = 0; tries < 4; tries++) expect(confirmations.confirm('ana', ADDRESS, wrong)).toBe(false);
    expect(confirmations.confirm('ana', ADDRESS, code)).toBe(true);
    const second = begun();
    for (let tries = 0; tries < 5; tries++) expect(second.confirmations.confirm('ana', ADDRESS, second.wrong)).toBe(false);
    expect(second.confirmations.confirm('ana', ADDRESS, second.code)).toBe(false);
  });

  test('ends after half an hour', async () => {
    const { time, confirmations, code } = begun();
    await time.advance(31 * MINUTE);
    expect(confirmations.confirm('ana', ADDRESS, code)).toBe(false);
  });

  test('is of one person and one address, and the newest counts', () => {
    const { confirmations, code } = begun();
    expect(confirmations.confirm('ben', ADDRESS, code)).toBe(false);
    expect(confirmations.confirm('ana', 'other@example.com', code)).toBe(false);
    expect(confirmations.confirm('ana', ADDRESS, code)).toBe(false);
    const first = confirmations.begin('ana', ADDRESS);
    let next = confirmations.begin('ana', ADDRESS);
    while (next === first) next = confirmations.begin('ana', ADDRESS);
    expect(confirmations.confirm('ana', ADDRESS, first)).toBe(false);
    expect(confirmations.confirm('ana', ADDRESS, next)).toBe(true);
  });
});
