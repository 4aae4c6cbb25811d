import { noise } from './sample-pharmacy/random.ts';

/** Letters and digits that cannot be mistaken for one another on paper. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const groups = 8;
const groupLength = 5;

/**
 * A key in the shape of the one on a printed recovery kit. It follows from the seed so that the demo can be repeated;
 * a real one comes from the operating system's randomness.
 */
export function demoRecoveryKey(seed: string): string {
  const letters = [...noise(`${seed}/recovery key`, groups * groupLength)].map((byte) => alphabet[byte % alphabet.length]).join('');
  return letters.match(/.{5}/g)?.join('-') ?? letters;
}
