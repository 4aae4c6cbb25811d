import { describe, expect, it } from '@jest/globals';
import { SignIn } from '../../../../src/main/web/sign-in.ts';
import { ManualTime } from '../../../support/manual-time.ts';
import { TestPageKey } from '../../../support/page-key.ts';

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
const ADDRESS = 'http://127.0.0.1:4711';

const signInAt = (time: ManualTime, belongsTo = 'here'): SignIn => new SignIn(time, belongsTo);

describe('signing in on a browser page', () => {
  it('opens a session with a link, once', () => {
    const signIn = signInAt(new ManualTime());
    const link = signIn.newLink();
    const session = signIn.redeem(link);
    expect(signIn.isOpen(session ?? '')).toBe(true);
    expect(signIn.redeem(link)).toBeUndefined();
  });

  it('lets a link be used for five minutes, whatever the wall clock does', async () => {
    const time = new ManualTime();
    const signIn = signInAt(time);
    const [early, late] = [signIn.newLink(), signIn.newLink()];
    time.jump(24 * HOUR);
    await time.advance(5 * MINUTE - 1);
    expect(signIn.redeem(early)).toBeDefined();
    await time.advance(1);
    expect(signIn.redeem(late)).toBeUndefined();
  });

  it('keeps a session open as long as it is used', async () => {
    const time = new ManualTime();
    const signIn = signInAt(time);
    const session = signIn.redeem(signIn.newLink()) ?? '';
    await time.advance(11 * HOUR);
    expect(signIn.isOpen(session)).toBe(true);
    await time.advance(11 * HOUR);
    expect(signIn.isOpen(session)).toBe(true);
    await time.advance(12 * HOUR);
    expect(signIn.isOpen(session)).toBe(false);
  });

  it.each(['', 'a', '\u0000', '=====', 'A'.repeat(43), 'A'.repeat(100_000)])('opens nothing with a code that is none', (code) => {
    const signIn = signInAt(new ManualTime());
    signIn.newLink();
    expect(signIn.redeem(code.slice(0, 100_000))).toBeUndefined();
    expect(signIn.isOpen(code)).toBe(false);
  });

  it('takes a link for no session and a session for no link', () => {
    const signIn = signInAt(new ManualTime());
    const link = signIn.newLink();
    expect(signIn.isOpen(link)).toBe(false);
    const session = signIn.redeem(link) ?? '';
    expect(signIn.redeem(session)).toBeUndefined();
  });

  describe('again, after the owner process was another one', () => {
    const page = new TestPageKey();
    const time = new ManualTime();

    /** An owner process that begins after one where the page was signed in. */
    function next(belongsTo = 'here'): SignIn {
      const before = signInAt(time);
      before.see(page.name);
      const signIn = signInAt(time, belongsTo);
      signIn.pages.recall(before.pages.kept());
      return signIn;
    }

    it('is for the page that signs what it is given, once', () => {
      const signIn = next();
      const answer = page.answer(signIn.newChallenge(), ADDRESS);
      const session = signIn.resume(answer, ADDRESS);
      expect(signIn.isOpen(session ?? '')).toBe(true);
      expect(signIn.resume(answer, ADDRESS)).toBeUndefined();
    });

    it('is not for a page at another address, whose words somebody passes on', () => {
      const signIn = next();
      expect(signIn.resume(page.answer(signIn.newChallenge(), 'http://127.0.0.1:4712'), ADDRESS)).toBeUndefined();
    });

    it('is not for another key, a signature of something else, or what was kept itself', () => {
      const signIn = next();
      const stranger = new TestPageKey();
      expect(signIn.resume(stranger.answer(signIn.newChallenge(), ADDRESS), ADDRESS)).toBeUndefined();
      const foreign = { ...stranger.answer(signIn.newChallenge(), ADDRESS), key: page.name };
      expect(signIn.resume(foreign, ADDRESS)).toBeUndefined();
      const { signature } = page.answer(signIn.newChallenge(), ADDRESS);
      expect(signIn.resume({ key: page.name, challenge: signIn.newChallenge(), signature }, ADDRESS)).toBeUndefined();
      const [{ digest } = { digest: '' }] = signIn.pages.kept().pages;
      for (const key of [digest, page.name]) {
        expect(signIn.resume({ key, challenge: signIn.newChallenge(), signature: digest }, ADDRESS)).toBeUndefined();
        expect(signIn.isOpen(digest)).toBe(false);
        expect(signIn.redeem(digest)).toBeUndefined();
      }
    });

    it('is not for a page of another installation', () => {
      const signIn = next('elsewhere');
      expect(signIn.resume(page.answer(signIn.newChallenge(), ADDRESS), ADDRESS)).toBeUndefined();
    });

    it('takes what is signed within a minute', async () => {
      const signIn = next();
      const challenge = signIn.newChallenge();
      await time.advance(MINUTE);
      expect(signIn.resume(page.answer(challenge, ADDRESS), ADDRESS)).toBeUndefined();
      expect(signIn.resume(page.answer('made up', ADDRESS), ADDRESS)).toBeUndefined();
    });

    it('ends, with every session, when somebody signs out', () => {
      const signIn = next();
      const session = signIn.redeem(signIn.newLink()) ?? '';
      signIn.end();
      expect(signIn.isOpen(session)).toBe(false);
      expect(signIn.resume(page.answer(signIn.newChallenge(), ADDRESS), ADDRESS)).toBeUndefined();
    });

    it.each(['', 'a', 'A'.repeat(160), 'A'.repeat(100_000)])('knows no page by what is no key', (key) => {
      const signIn = next();
      expect(signIn.see(key)).toBe(false);
      expect(signIn.pages.kept().pages).toHaveLength(1);
    });
  });
});
