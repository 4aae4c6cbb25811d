import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../shared/model/clock.ts';
import { KnownPages } from './known-pages.ts';
import { isPageKey, isSignedBy } from './page-key.ts';

/** Milliseconds a link can be used, once. */
const LINK_LIFE = 5 * 60 * 1000;
/** Milliseconds a signed-in page stays so without being there. */
const SESSION_LIFE = 12 * 60 * 60 * 1000;
/** Milliseconds in which a page has to sign what it was given. */
const CHALLENGE_LIFE = 60 * 1000;
/** Of each kind; whoever asks for more takes the oldest away. */
const MOST = 200;

interface Entry {
  secret: Buffer;
  /** By the machine's own time, which does not jump. */
  ends: number;
}

/** How a page shows that it was signed in before. */
export interface Resumption {
  /** Its public key. */
  key: string;
  challenge: string;
  /** Of the page's address and the challenge, a line each. */
  signature: string;
}

/**
 * Who is signed in on a browser page of this machine: by a link that works once, then by a cookie. A page also makes a key pair,
 * whose secret half never leaves it; with it, it gets a new cookie from the next owner process.
 */
export class SignIn {
  readonly pages: KnownPages;
  private readonly clock: Clock;
  private readonly links: Entry[] = [];
  private readonly sessions: Entry[] = [];
  private readonly challenges: Entry[] = [];

  constructor(clock: Clock, belongsTo: string) {
    this.clock = clock;
    this.pages = new KnownPages(clock, belongsTo, SESSION_LIFE);
  }

  /** A code for a link; it works once, for five minutes. */
  newLink(): string {
    return this.add(this.links, LINK_LIFE);
  }

  /** Something for a page to sign; it works once, for a minute. */
  newChallenge(): string {
    return this.add(this.challenges, CHALLENGE_LIFE);
  }

  /** The session a link's code opens; undefined if it is wrong, used or too old. */
  redeem(code: string): string | undefined {
    return this.take(this.links, code) ? this.add(this.sessions, SESSION_LIFE) : undefined;
  }

  /** A new session for a page that was signed in before, at this address; undefined if it was not, or does not show it. */
  resume({ key, challenge, signature }: Resumption, address: string): string | undefined {
    const isFresh = this.take(this.challenges, challenge);
    if (!isFresh || !this.pages.knows(key)) return undefined;
    // The address is part of it: who takes the port of an owner that is gone cannot pass on what the page signed for him.
    return isSignedBy(key, `${address}\n${challenge}`, signature) ? this.add(this.sessions, SESSION_LIFE) : undefined;
  }

  /** Whether a session is open; using it keeps it open. */
  isOpen(session: string): boolean {
    const found = this.find(this.sessions, session);
    if (found !== undefined) found.ends = this.clock.uptime() + SESSION_LIFE;
    return found !== undefined;
  }

  /** A page with an open session shows its key. Whether it was unknown; what is no key is taken for none. */
  see(key: string): boolean {
    return isPageKey(key) && this.pages.see(key);
  }

  /** Ends every session, and lets no page come back. */
  end(): void {
    this.sessions.length = 0;
    this.pages.forget();
  }

  private add(entries: Entry[], life: number): string {
    const secret = randomBytes(32);
    const open = entries.filter(({ ends }) => ends > this.clock.uptime()).slice(1 - MOST);
    entries.splice(0, entries.length, ...open, { secret, ends: this.clock.uptime() + life });
    return secret.toString('base64url');
  }

  private take(entries: Entry[], text: string): boolean {
    const found = this.find(entries, text);
    if (found !== undefined) entries.splice(entries.indexOf(found), 1);
    return found !== undefined;
  }

  private find(entries: Entry[], text: string): Entry | undefined {
    const given = Buffer.from(text, 'base64url');
    const now = this.clock.uptime();
    return entries.find(({ secret, ends }) => ends > now && given.length === secret.length && timingSafeEqual(given, secret));
  }
}
