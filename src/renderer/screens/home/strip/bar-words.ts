import type { JobStatus } from '../../../../shared/model/run.ts';
import type { HomeTexts } from '../../../../shared/text/screens/home/index.ts';
import type { StripBar } from './strip-of.ts';

/** Worst first, as one asks. */
const ORDER: readonly JobStatus[] = ['failed', 'interrupted', 'completed-with-warnings', 'completed', 'running', 'scheduled', 'skipped'];

/** How the runs of a day ended, such as `1 failed, 8 done`; and that there were more than were counted. */
export function barWords(
  { day, runs: { counts } }: Pick<StripBar, 'day' | 'runs'>,
  { counts: words, partial }: Pick<HomeTexts['strip'], 'counts' | 'partial'>,
): string {
  const ended = ORDER.flatMap((status) => {
    const count = counts[status] ?? 0;
    return count > 0 ? [words[status](count)] : [];
  });
  return [...ended, ...(day.isPartial === true ? [partial] : [])].join(', ');
}
