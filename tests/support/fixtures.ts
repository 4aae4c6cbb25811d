import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ARCHIVE = fileURLToPath(new URL('../fixtures/restic-0.19.1-repositories.tar.gz', import.meta.url));

/** Password of the fixture repositories. */
export const FIXTURE_PASSWORD = 'lifeboat-fixture';

/** Unpacks the repositories made by restic 0.19.1 into `folder`; their paths. */
export function unpackFixtures(folder: string): { v1: string; v2: string } {
  execFileSync('tar', ['-xzf', ARCHIVE, '-C', folder]);
  return { v1: `${folder}/v1`, v2: `${folder}/v2` };
}
