import { relative } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/**
 * Suites that take longest, in seconds of their own on two cores, about. They begin first: one that began last would go on alone.
 * It matters only where no run before has left its times, as in a fresh clone; the others come by size then.
 */
const SECONDS = {
  'integration/month.test.ts': 140,
};

/** Long suites first. */
export default class LongFirst extends TestSequencer {
  sort(tests) {
    const secondsOf = ({ path, duration, context }) =>
      duration === undefined ? (SECONDS[relative(`${context.config.rootDir}/tests`, path).replaceAll('\\', '/')] ?? 0) : duration / 1000;
    return super.sort(tests).toSorted((a, b) => secondsOf(b) - secondsOf(a));
  }
}
