import { formatBytes, formatDuration, formatPercent, formatRate } from '../../../shared/format/index.ts';
import type { CliTexts } from '../../../shared/text/index.ts';
import { harmless } from '../terminal/harmless.ts';
import { cutEnd, cutStart, displayWidth } from '../terminal/width.ts';
import type { ProgressFigures } from './progress-meter.ts';

const GAP = '  ';
/** A path shorter than this tells nothing. */
const LEAST_PATH = 12;

/** The status line for a terminal of so many columns: what matters most comes first (why nothing moves, if so), the current file takes the room that is left. */
export function statusText(
  figures: ProgressFigures,
  texts: CliTexts['progress'],
  { columns, waiting }: { columns: number; waiting?: string | undefined },
): string {
  const told = waiting === undefined ? wordsOf(figures, texts) : [waiting, ...wordsOf(figures, texts)];
  const parts = [`[${formatDuration(figures.elapsed)}]`, ...told];
  let line = '';
  for (const part of parts) {
    const longer = line === '' ? part : line + GAP + part;
    if (displayWidth(longer) > columns) break;
    line = longer;
  }
  if (line === '') return cutEnd(parts.join(GAP), columns);
  return withCurrent(line, figures.current, columns);
}

function wordsOf(figures: ProgressFigures, texts: CliTexts['progress']): string[] {
  const { share, filesDone, bytesDone, totalBytes, rate, remaining, phase } = figures;
  const words: string[] = [];
  if (share !== undefined) words.push(formatPercent(share, 1));
  if (phase !== undefined) words.push(texts.phases[phase]);
  if (filesDone > 0) words.push(texts.counted(phase, filesDone));
  if (bytesDone > 0) words.push(totalBytes ? texts.of(formatBytes(bytesDone), formatBytes(totalBytes)) : formatBytes(bytesDone));
  if (rate !== undefined && bytesDone > 0) words.push(formatRate(rate));
  if (remaining !== undefined) words.push(texts.left(formatDuration(remaining)));
  return words;
}

function withCurrent(line: string, current: string | undefined, columns: number): string {
  const room = columns - displayWidth(line) - GAP.length;
  if (current === undefined || room < LEAST_PATH) return line;
  return line + GAP + cutStart(harmless(current), room);
}
