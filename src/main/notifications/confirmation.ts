import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../shared/model/clock.ts';

const MINUTE = 60_000;
/** How long a code counts. */
export const CODE_MINUTES = 30;
const TRIES = 5;
const DIGITS = 6;

interface Waiting {
  salt: Buffer;
  digest: Buffer;
  address: string;
  endsAt: number;
  triesLeft: number;
}

/** Codes that confirm addresses. Kept in memory, as digests: after a restart a person asks for another one. */
export class Confirmations {
  private readonly clock: Clock;
  private readonly waiting = new Map<string, Waiting>();

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** A new code for a person's address; an earlier one counts no more. */
  begin(person: string, address: string): string {
    const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
    const salt = randomBytes(16);
    const endsAt = this.clock.now().getTime() + CODE_MINUTES * MINUTE;
    this.waiting.set(person, { salt, digest: digestOf(salt, code), address, endsAt, triesLeft: TRIES });
    return code;
  }

  /** Whether the code is right, in time, and for the address the person has now. A right code counts once; a wrong one costs a try. */
  confirm(person: string, address: string | undefined, code: string): boolean {
    const waiting = this.waiting.get(person);
    if (!waiting) return false;
    if (waiting.address !== address || this.clock.now().getTime() > waiting.endsAt || waiting.triesLeft === 0) {
      this.waiting.delete(person);
      return false;
    }
    waiting.triesLeft -= 1;
    const isRight = timingSafeEqual(digestOf(waiting.salt, code.replaceAll(/\s/g, '')), waiting.digest);
    if (isRight) this.waiting.delete(person);
    return isRight;
  }
}

function digestOf(salt: Buffer, code: string): Buffer {
  return createHash('sha256').update(salt).update(code).digest();
}
