import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const LIFEBOAT = fileURLToPath(new URL('../../../bin/lifeboat.js', import.meta.url));
const run = promisify(execFile);

/** The built command `lifeboat`, to its end; fails as it does, but for warnings. */
export async function lifeboat(words: readonly string[], profile: string, environment: NodeJS.ProcessEnv = {}): Promise<void> {
  try {
    await run(process.execPath, [LIFEBOAT, ...words, '--profile', profile], {
      env: { ...process.env, NODE_NO_WARNINGS: '1', LIFEBOAT_LANG: 'en', ...environment },
    });
  } catch (error) {
    // 3: done, with warnings.
    if ((error as { code?: unknown }).code !== 3) throw error;
  }
}
