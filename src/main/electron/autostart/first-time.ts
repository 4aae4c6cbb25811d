import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Autostart } from './autostart.ts';

/** Turns starting at sign-in on, once: whoever turns it off later is not overruled. `mark` is the file that remembers it. */
export async function startAtSignInOnce(autostart: Autostart, mark: string): Promise<void> {
  if (existsSync(mark)) return;
  await autostart.set(true);
  await mkdir(dirname(mark), { recursive: true });
  await writeFile(mark, '');
}
