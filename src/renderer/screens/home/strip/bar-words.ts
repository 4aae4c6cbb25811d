import type { JobStatus } from '../../../../shared/model/run.ts';
import type { RunsOfDay } from '../../../../shared/model/run-days.ts';
import type { HomeTexts } from '../../../../shared/text/screens/home/index.ts';

/** Worst first, as one asks. */
const ORDER: readonly JobStatus[] = ['failed', 'interrupted', 'completed-with-warnings', 'completed', 'running', 'scheduled', 'skipped'];

/** How the runs of a day ended, such as `1 failed, 8 done`. */
export function barWords({ counts }: RunsOfDay, words: HomeTexts['strip']['counts']): string {
  return ORDER.flatMap((status) => {
    const count = counts[status] ?? 0;
    return count > 0 ? [words[status](count)] : [];
  }).join(', ');
}
