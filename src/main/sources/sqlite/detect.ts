import { basename, extname } from 'node:path';
import { sqliteSourceSchema } from '../../../shared/model/source.ts';
import { filesByFolder, suggestTier, titleOf } from '../detection/suggestion.ts';
import { type FoundFile, formatOf, headOf, isOpenElsewhere } from '../files/index.ts';
import type { Detected, DetectionGround } from '../kind.ts';

const SMALLEST = 100_000;
/** Days: a database nobody wrote to for longer is of no use to anybody. */
const RECENT = 90;
const DAY = 86_400_000;
/** Files of these kinds are no databases, so that thousands of scans need not be opened. */
const OTHERS = /^\.(jpe?g|png|gif|tiff?|bmp|pdf|zip|gz|7z|rar|exe|dll|msi|sys|log|txt|csv|xml|html?|js|css|mp[34]|docx?|xlsx?|bak|wal)$/;

/** Files opened side by side. */
const AT_ONCE = 16;

/** SQLite databases by their first bytes: not too small, and changed lately. */
export async function detect(ground: DetectionGround): Promise<Detected[]> {
  const since = ground.clock.now().getTime() - RECENT * DAY;
  const end = ground.clock.uptime() + ground.limit;
  const isCandidate = ({ name, bytes, modified }: FoundFile): boolean =>
    bytes >= SMALLEST && modified >= since && !OTHERS.test(extname(name).toLowerCase());
  const candidates = [...(await filesByFolder(ground)).values()].flatMap((files) => files.filter(isCandidate));
  const found: Detected[] = [];
  for (let at = 0; at < candidates.length && ground.clock.uptime() < end; at += AT_ONCE) {
    ground.signal.throwIfAborted();
    const batch = candidates.slice(at, at + AT_ONCE);
    const databases = await Promise.all(batch.map(async (file) => ((await isDatabase(file.path)) ? [file] : [])));
    for (const { path, bytes, modified } of databases.flat()) found.push(await suggestion(path, bytes, modified));
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
