import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../shared/model/clock.ts';

/** Milliseconds a link can be used, once. */
const LINK_LIFE = 5 * 60 * 1000;
/** Milliseconds a signed-in page stays so without asking for anything. */
const SESSION_LIFE = 12 * 60 * 60 * 1000;

interface Entry {
  secret: Buffer;
  /** By the machine's own time, which does not jump. */
  ends: number;
}

/** Who is signed in on a browser page of this machine: by a link that works once, then by a cookie. */
export class SignIn {
  private readonly clock: Clock;
  private links: Entry[] = [];
  private sessions: Entry[] = [];

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** A code for a link; it works once, for five minutes. */
  newLink(): string {
    return this.add(this.links, LINK_LIFE);
  }

  /** The session a link's code opens; undefined if it is wrong, used or too old. */
  redeem(code: string): string | undefined {
    const found = this.find(this.links, code);
    if (found === undefined) return undefined;
    this.links = this.links.filter((entry) => entry !== found);
    return this.add(this.sessions, SESSION_LIFE);
  }

  /** Whether a session is open; using it keeps it open. */
  isOpen(session: string): boolean {
    const found = this.find(this.sessions, session);
    if (found !== undefined) found.ends = this.clock.uptime() + SESSION_LIFE;
    return found !== undefined;
  }

  private add(entries: Entry[], life: number): string {
    const secret = randomBytes(32);
    entries.splice(0, entries.length, ...entries.filter(({ ends }) => ends > this.clock.uptime()));
    entries.push({ secret, ends: this.clock.uptime() + life });
    return secret.toString('base64url');
  }

  private find(entries: Entry[], text: string): Entry | undefined {
    const given = Buffer.from(text, 'base64url');
    const now = this.clock.uptime();
    return entries.find(({ secret, ends }) => ends > now && given.length === secret.length && timingSafeEqual(given, secret));
  }
}
