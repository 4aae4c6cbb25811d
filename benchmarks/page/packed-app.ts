import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import { pack } from '../../tests/packaging/support/pack.ts';

/**
 * The app as it is installed: packed by electron-builder with a stand-in for Electron's folder, and its archive unpacked so that
 * plain Node can run what is in it. Path of a program that is its command line.
 */
export async function unpackedApp(scratch: string): Promise<string> {
  const { archive } = await pack('linux', scratch);
  const app = join(scratch, 'app');
  extractAll(archive, app);
  const program = join(app, 'start.mjs');
  writeFileSync(
    program,
    "const { main } = await import('./dist/main/cli/index.js');\nprocess.exitCode = await main(process.argv.slice(2));\n",
  );
  return program;
}
