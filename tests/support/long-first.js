import { relative } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/**
 * Seconds that the longest suites take, about: they begin first, since one that began last would go on alone. It matters
 * where no run before has left its times, as in a fresh clone; the others come by size then.
 */
const SECONDS = {
  'recovery/random-kills': 250,
  'integration/month': 150,
  'integration/azure': 60,
  'e2e/recover': 60,
  'recovery/app-killed': 55,
  'packaging/packed': 55,
  'integration/cli-protected': 50,
  'e2e/setup': 50,
  'e2e/states-at-work': 45,
  'e2e/restore': 45,
  'integration/source-mariadb': 45,
  'recovery/killed': 45,
  'e2e/spanish-at-work': 40,
  'recovery/two-at-once': 40,
  'recovery/bad-backend': 40,
  'recovery/power-cut': 40,
  'integration/engine-host': 40,
  'e2e/states-empty': 35,
  'e2e/restore-server': 35,
  'e2e/failed-upload': 35,
  'integration/source-postgresql': 35,
  'integration/dead-pc-servers': 35,
  'integration/secrets': 35,
  'compat/copy': 35,
  // Longer than that: but the Windows they want may not be there yet.
  'windows/locked-files': 34,
  'windows/engine': 34,
  'windows/app': 34,
  'windows/files': 34,
  'windows/paths': 34,
  'windows/restic': 34,
  'e2e/settings': 30,
  'e2e/places': 30,
  'e2e/sources': 30,
  'integration/hostile-keyholder': 30,
  'recovery/restore-killed': 30,
  'integration/cli-verbs': 25,
  'integration/dead-pc': 25,
  'integration/cli-exit-codes': 25,
  'e2e/home': 25,
  'recovery/unfinished-database': 25,
  'integration/many-snapshots': 25,
  'integration/source-sqlite': 25,
  'compat/lock': 25,
  'e2e/trouble': 20,
  'e2e/runs': 20,
  'recovery/damage': 20,
  'contract/backend': 20,
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
