import { relative } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/**
 * Seconds that the longest suites take, about: they begin first, since one that began last would go on alone. It matters
 * where no run before has left its times, as in a fresh clone; the others come by size then.
 */
const SECONDS = {
  'recovery/random-kills': 300,
  'integration/month': 150,
  'e2e/setup': 100,
  'e2e/recover': 100,
  'e2e/states-at-work': 100,
  'e2e/restore': 80,
  'e2e/spanish-at-work': 70,
  'e2e/states-empty': 60,
  'e2e/restore-server': 60,
  'packaging/packed': 70,
  'integration/source-mariadb': 60,
  'integration/engine-host': 50,
  'integration/azure': 50,
  'integration/cli-protected': 45,
  'recovery/killed': 45,
  'recovery/two-at-once': 40,
  'e2e/places': 40,
  'e2e/sources': 40,
  'integration/source-postgresql': 40,
  'integration/dead-pc-servers': 40,
  'integration/secrets': 40,
  'recovery/bad-backend': 35,
  'recovery/power-cut': 35,
  'integration/cli-verbs': 35,
  'integration/dead-pc': 35,
  // Longer than that: but the Windows they want may not be there yet.
  'windows/engine': 34,
  'windows/app': 34,
  'windows/files': 34,
  'windows/restic': 34,
  'e2e/settings': 33,
  'e2e/home': 30,
  'integration/cli-app': 30,
  'recovery/app-killed': 30,
  'recovery/unfinished-database': 30,
  'integration/hostile-keyholder': 25,
  'integration/source-sqlite': 25,
  'integration/cli-exit-codes': 25,
};

/** Long suites first. */
export default class LongFirst extends TestSequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => secondsOf(b) - secondsOf(a));
  }
}

function secondsOf({ path, duration, context }) {
  const name = relative(`${context.config.rootDir}/tests`, path).replaceAll('\\', '/').replace('.test.ts', '');
  return duration === undefined ? (SECONDS[name] ?? 0) : duration / 1000;
}
