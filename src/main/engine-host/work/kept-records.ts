import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const keptPartSchema = z.object({ part: z.string(), place: z.string(), kept: z.string() });
/** Where what a restore in place replaces of a part is kept, and where it was. */
export type KeptPart = z.infer<typeof keptPartSchema>;

const END = '.kept.json';

/** Puts on record in `keepIn` what is about to be replaced, durably: whoever ends this process then, it can be undone. */
export async function recordKept(keepIn: string, about: KeptPart): Promise<void> {
  await mkdir(keepIn, { recursive: true, mode: 0o700 });
  const path = join(keepIn, `${about.part}${END}`);
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(about));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
  await syncFolder(keepIn);
}

/** What is on record in `keepIn`, in no particular order; nothing if nothing was about to be replaced. */
export async function keptRecords(keepIn: string): Promise<KeptPart[]> {
  const names = (await readdir(keepIn).catch(() => [])).filter((name) => name.endsWith(END));
  return await Promise.all(names.map(async (name) => keptPartSchema.parse(JSON.parse(await readFile(join(keepIn, name), 'utf8')))));
}

/** Windows has no such call and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
