import { basename, extname } from 'node:path';
import { sqliteSourceSchema } from '../../../shared/model/source.ts';
import { looksThrough, suggestTier, titleOf } from '../detection/suggestion.ts';
import { formatOf, headOf, isOpenElsewhere } from '../files/index.ts';
import type { Detected, DetectionGround } from '../kind.ts';

const SMALLEST = 100_000;
/** Days: a database nobody wrote to for longer is of no use to anybody. */
const RECENT = 90;
const DAY = 86_400_000;
/** Files of these kinds are no databases, so that thousands of scans need not be opened. */
const OTHERS = /^\.(jpe?g|png|gif|tiff?|bmp|pdf|zip|gz|7z|rar|exe|dll|msi|sys|log|txt|csv|xml|html?|js|css|mp[34]|docx?|xlsx?|bak|wal)$/;

/** SQLite databases by their first bytes: not too small, and changed lately. */
export async function detect(ground: DetectionGround): Promise<Detected[]> {
  const found: Detected[] = [];
  const since = ground.clock.now().getTime() - RECENT * DAY;
  for await (const file of looksThrough(ground)) {
    const isCandidate = file.bytes >= SMALLEST && file.modified >= since && !OTHERS.test(extname(file.name).toLowerCase());
    if (!isCandidate || !(await isDatabase(file.path))) continue;
    found.push(await suggestion(file.path, file.bytes, file.modified));
  }
  return found;
}

async function isDatabase(path: string): Promise<boolean> {
  const head = await headOf(path).catch(() => undefined);
  return head !== undefined && formatOf(head) === 'sqlite';
}

async function suggestion(path: string, bytes: number, modified: number): Promise<Detected> {
  const { name, id } = titleOf(basename(path, extname(path)), 'database');
  const tier = suggestTier(path, 'important');
  return {
    source: sqliteSourceSchema.parse({ kind: 'sqlite', id, name, tier, path, movesDaily: tier === 'critical' }),
    bytes,
    newest: new Date(modified).toISOString(),
    isInUse: (await isOpenElsewhere([path])) ?? false,
  };
}
