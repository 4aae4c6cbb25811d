import { createHash } from 'node:crypto';
import { KIT_EDITION, type KitFacts } from '../../../shared/model/recovery-kit.ts';

/** Digest of everything a kit says but its key, its date and what is drawn anew each time; it tells when a paper is out of date. */
export function kitDigest({ pharmacy, holder, places, access }: KitFacts): string {
  return createHash('sha256')
    .update(canonical({ edition: KIT_EDITION, pharmacy, holder, places, access }))
    .digest('hex');
}

/** The same text for the same facts, whatever the order in which their fields were written. */
function canonical(facts: unknown): string {
  return JSON.stringify(facts, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
