import { describe } from '@jest/globals';
import { isMissing, PARTS } from './parts.ts';

/**
 * `describe` for tests that need a real part of the machine: without it they are skipped, and the run's last words
 * name them. (With CI=true `npm test` has failed before that.)
 */
export function describeWith(part: keyof typeof PARTS, title: string, body: () => void): void {
  if (isMissing(PARTS[part])) describe.skip(`${title} (needs ${PARTS[part].name})`, () => body());
  else describe(title, () => body());
}
