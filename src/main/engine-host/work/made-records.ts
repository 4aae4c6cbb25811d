import { mkdir, readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type SingleSource, singleSourceSchema } from '../../../shared/model/source.ts';
import type { Making } from '../../sources/index.ts';
import { writeRecord } from './write-record.ts';

const madeSchema = z.object({
  /** As it was reached: settings may be others by now. */
  part: singleSourceSchema,
  name: z.string(),
  isMade: z.boolean(),
  accounts: z.array(z.string()),
});
/** A database that a restore makes for a part of a source, from before it is there until it is whole. */
export type MadeRecord = z.infer<typeof madeSchema>;

const END = '.made.json';

/** Has on record in `folder` what is made for `part`; the folder is there as long as something is. */
export function makingOf(folder: string, part: SingleSource): Making {
  let record: MadeRecord | undefined;
  const put = async (next: MadeRecord): Promise<void> => {
    record = next;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeRecord(join(folder, `${part.id}${END}`), next);
  };
  return {
    begin: async (name, accounts = []) => await put({ part, name, isMade: false, accounts: [...(record?.accounts ?? []), ...accounts] }),
    made: async (name) => await put({ part, name, isMade: true, accounts: record?.accounts ?? [] }),
    end: async () => await forgetMade(folder, part.id),
    forget: async () => await forgetMade(folder, part.id),
  };
}

/** A group is whole when its last part is: until `whole` is carried out, what was made for the others stays on record. */
export function endingLater(making: Making, whole: (() => Promise<void>)[]): Making {
  return { ...making, end: async (name) => await Promise.resolve(void whole.push(async () => await making.end(name))) };
}

/** What is on record in `folder`, in no particular order. */
export async function madeRecords(folder: string): Promise<MadeRecord[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(END));
  return await Promise.all(names.map(async (name) => madeSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))));
}

/** There is nothing of it any more, or it is finished. */
export async function forgetMade(folder: string, part: string): Promise<void> {
  await rm(join(folder, `${part}${END}`), { force: true });
  // Another part's record keeps the folder.
  await rmdir(folder).catch(() => undefined);
}
