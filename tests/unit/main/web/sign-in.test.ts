import { describe, expect, it } from '@jest/globals';
import { SignIn } from '../../../../src/main/web/sign-in.ts';
import { ManualTime } from '../../../support/manual-time.ts';

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;

describe('signing in on a browser page', () => {
  it('opens a session with a link, once', () => {
    const signIn = new SignIn(new ManualTime());
    const link = signIn.newLink();
    const session = signIn.redeem(link);
    expect(signIn.isOpen(session ?? '')).toBe(true);
    expect(signIn.redeem(link)).toBeUndefined();
  });

  it('lets a link be used for five minutes, whatever the wall clock does', async () => {
    const time = new ManualTime();
    const signIn = new SignIn(time);
    const [early, late] = [signIn.newLink(), signIn.newLink()];
    time.jump(24 * HOUR);
    await time.advance(5 * MINUTE - 1);
    expect(signIn.redeem(early)).toBeDefined();
    await time.advance(1);
    expect(signIn.redeem(late)).toBeUndefined();
  });

  it('keeps a session open as long as it is used', async () => {
    const time = new ManualTime();
    const signIn = new SignIn(time);
    const session = signIn.redeem(signIn.newLink()) ?? '';
    await time.advance(11 * HOUR);
    expect(signIn.isOpen(session)).toBe(true);
    await time.advance(11 * HOUR);
    expect(signIn.isOpen(session)).toBe(true);
    await time.advance(12 * HOUR);
    expect(signIn.isOpen(session)).toBe(false);
  });

  it.each(['', 'a', '\u0000', '=====', 'A'.repeat(43), 'A'.repeat(100_000)])('opens nothing with a code that is none', (code) => {
    const signIn = new SignIn(new ManualTime());
    signIn.newLink();
    expect(signIn.redeem(code.slice(0, 100_000))).toBeUndefined();
    expect(signIn.isOpen(code)).toBe(false);
  });

  it('takes a link for no session and a session for no link', () => {
    const signIn = new SignIn(new ManualTime());
    const link = signIn.newLink();
    expect(signIn.isOpen(link)).toBe(false);
    const session = signIn.redeem(link) ?? '';
    expect(signIn.redeem(session)).toBeUndefined();
  });
});
