import { formatBytes, formatPercent, formatRate } from '../../../shared/format/index.ts';
import type { Phase } from '../../../shared/model/progress.ts';
import { type Language, minutesWords, runWords } from '../../../shared/text/index.ts';
import type { Estimate, Look } from './track.ts';

/** Steps whose `files` are files, not parts of something else. */
const COUNTS_FILES: readonly string[] = ['reading', 'restoring', 'metadata', 'scanning', 'finishing', 'verifying'] satisfies Phase[];

/** How much, how fast, how long, in words: only what is known. */
export function detailWords(
  look: Look,
  { bytesPerSecond, secondsLeft }: Estimate,
  phase: string | undefined,
  language: Language,
): string[] {
  return [
    ...amountWords(look, phase, language),
    ...(bytesPerSecond === undefined ? [] : [formatRate(bytesPerSecond)]),
    ...leftWords(secondsLeft, language),
  ];
}

/** The same in short: the share and the time left. */
export function shortWords({ share, secondsLeft }: Estimate, language: Language): string[] {
  return [...(share === undefined ? [] : [formatPercent(share, 1)]), ...leftWords(secondsLeft, language)];
}

function amountWords({ done, total }: Look, phase: string | undefined, language: Language): string[] {
  if (done === undefined) return [];
  const { progress } = runWords(language);
  // A total that is behind what is done was only a guess.
  const all = total !== undefined && total.bytes >= done.bytes && total.files >= done.files ? total : undefined;
  const bytes = formatBytes(done.bytes);
  const words = done.bytes > 0 || (all?.bytes ?? 0) > 0 ? [all ? progress.of(bytes, formatBytes(all.bytes)) : bytes] : [];
  if (phase === undefined || !COUNTS_FILES.includes(phase)) return words;
  return [...words, all ? progress.filesOf(done.files, all.files) : progress.files(done.files)];
}

function leftWords(seconds: number | undefined, language: Language): string[] {
  if (seconds === undefined) return [];
  const { progress } = runWords(language);
  return [seconds < 60 ? progress.lastMinute : progress.left(minutesWords(seconds / 60, language))];
}
