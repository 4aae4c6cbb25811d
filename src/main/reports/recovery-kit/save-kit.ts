import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A kit as a file, for a program that prints or shows it. */
export interface SavedKit {
  path: string;
  /** Takes it away. Whoever saved it must call this as soon as it is printed, whatever happened. */
  remove(): Promise<void>;
}

/** Writes a kit where only this account can read it, in a folder of its own. */
export async function saveKitForPrinting(pdf: Uint8Array, parent: string = tmpdir()): Promise<SavedKit> {
  const folder = await mkdtemp(join(parent, 'lifeboat-kit-'));
  const path = join(folder, 'recovery-kit.pdf');
  const remove = async (): Promise<void> => await rm(folder, { recursive: true, force: true });
  try {
    await writeFile(path, pdf, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, remove };
}
