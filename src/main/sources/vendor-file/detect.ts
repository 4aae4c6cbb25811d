import { basename, parse } from 'node:path';
import { vendorFileSourceSchema } from '../../../shared/model/source.ts';
import { endingOf, filesByFolder, suggestTier, titleOf } from '../detection/suggestion.ts';
import type { FoundFile } from '../files/index.ts';
import type { Detected, DetectionGround } from '../kind.ts';

/** Endings of what pharmacy systems and databases write as their own backups. */
const BACKUPS = new Set(['bak', 'srb', 'zip', 'sql', 'dump', 'gz', 'backup', 'fbk', 'bkp', 'dmp', 'trn']);
/** So many files of one pattern are a habit. */
const ENOUGH = 3;
/** Days: a habit that was given up needs no protection. */
const RECENT = 60;
const DAY = 86_400_000;

/** Folders with several backup files that differ in a date or number only. */
export async function detect(ground: DetectionGround): Promise<Detected[]> {
  const found: Detected[] = [];
  const since = ground.clock.now().getTime() - RECENT * DAY;
  for (const [folder, files] of await filesByFolder(ground)) {
    for (const [pattern, series] of seriesIn(files)) {
      const newest = series.reduce((a, b) => (b.modified > a.modified ? b : a));
      if (series.length >= ENOUGH && newest.modified >= since) found.push(suggestion(folder, pattern, newest));
    }
  }
  return found;
}

/** Files by the pattern their names share. */
function seriesIn(files: readonly FoundFile[]): Map<string, FoundFile[]> {
  const series = new Map<string, FoundFile[]>();
  for (const file of files) {
    const pattern = patternOf(file.name);
    if (pattern === undefined) continue;
    const known = series.get(pattern);
    if (known === undefined) series.set(pattern, [file]);
    else known.push(file);
  }
  return series;
}

/** `PMS_20261124_2200.bak` as `PMS_*.bak`. Undefined: no backup, or nothing in its name that changes. */
export function patternOf(name: string): string | undefined {
  if (!BACKUPS.has(endingOf(name))) return undefined;
  const { name: stem, ext } = parse(name);
  const pattern = stem.replaceAll(/\d+(?:[-_. T]*\d+)*/g, '*').replaceAll(/\*+/g, '*');
  return pattern === stem ? undefined : `${pattern}${ext}`;
}

function suggestion(folder: string, pattern: string, newest: FoundFile): Detected {
  const { name, id } = titleOf(
    `${basename(folder)} ${pattern.replaceAll('*', ' ').replace(/\.\w+$/, '')}`.replaceAll(/\s+/g, ' '),
    'vendor-backup',
  );
  return {
    source: vendorFileSourceSchema.parse({
      kind: 'vendor-file',
      id,
      name,
      tier: suggestTier(`${folder} ${pattern}`, 'important'),
      folder,
      pattern,
      movesDaily: true,
    }),
    bytes: newest.bytes,
    newest: new Date(newest.modified).toISOString(),
    isInUse: false,
  };
}
