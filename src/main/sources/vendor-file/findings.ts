import type { SourceOf } from '../../../shared/model/source.ts';
import { about, formatOf, headOf } from '../files/index.ts';
import type { SourceContext, SourceWarningCode } from '../kind.ts';
import { isGrowing } from './growing.ts';
import type { Series } from './series.ts';
import { isExpected } from './expected-format.ts';
import { readDirectory } from './zip/index.ts';

type Warning = { code: SourceWarningCode; detail?: string };

const HOUR = 3_600_000;
/** How many of the files before say what is usual, and below which share of that a file is too small. */
const COMPARED = 5;
const SHARP = 0.5;

/** What a person should know of the newest file before it is trusted. */
export async function findings(source: SourceOf<'vendor-file'>, series: Series, { clock, signal }: SourceContext): Promise<Warning[]> {
  const { newest } = series;
  const now = clock.now();
  const warnings: Warning[] = [];
  if (now.getTime() - newest.modified > source.maxAgeHours * HOUR)
    warnings.push({ code: 'vendor-file-old', detail: new Date(newest.modified).toISOString() });
  if (hasShrunk(series)) warnings.push({ code: 'vendor-file-shrunk' });
  const isWritten = await about(newest.path, async () => await isGrowing(newest, now, signal));
  if (isWritten) warnings.push({ code: 'vendor-file-growing' });
  else if (!(await opens(newest.path))) warnings.push({ code: 'vendor-file-unreadable' });
  return warnings;
}

/** Much smaller than the usual one of those before: a backup of an emptied database, or one that broke off. */
export function hasShrunk({ newest, earlier }: Pick<Series, 'newest' | 'earlier'>): boolean {
  const sizes = earlier
    .slice(0, COMPARED)
    .map(({ bytes }) => bytes)
    .toSorted((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)];
  return usual !== undefined && newest.bytes < usual * SHARP;
}

/** A first look only; a trial restore reads all of it. */
async function opens(path: string): Promise<boolean> {
  return await about(path, async () => {
    const format = formatOf(await headOf(path));
    if (!isExpected(path, format)) return false;
    if (format !== 'zip') return true;
    return await readDirectory(path).then(
      () => true,
      () => false,
    );
  });
}
