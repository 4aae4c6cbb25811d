import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeRecord } from './write-record.ts';

const keptPartSchema = z.object({ part: z.string(), place: z.string(), kept: z.string() });
/** Where what a restore in place replaces of a part is kept, and where it was. */
export type KeptPart = z.infer<typeof keptPartSchema>;

const END = '.kept.json';

/** Puts on record in `keepIn` what is about to be replaced, durably: whoever ends this process then, it can be undone. */
export async function recordKept(keepIn: string, about: KeptPart): Promise<void> {
  await mkdir(keepIn, { recursive: true, mode: 0o700 });
  await writeRecord(join(keepIn, `${about.part}${END}`), about);
}

/** What is on record in `keepIn`, in no particular order; nothing if nothing was about to be replaced. */
export async function keptRecords(keepIn: string): Promise<KeptPart[]> {
  const names = (await readdir(keepIn).catch(() => [])).filter((name) => name.endsWith(END));
  return await Promise.all(names.map(async (name) => keptPartSchema.parse(JSON.parse(await readFile(join(keepIn, name), 'utf8')))));
}
