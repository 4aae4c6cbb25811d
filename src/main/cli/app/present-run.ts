import { formatBytes } from '../../../shared/format/index.ts';
import type { Job } from '../../../shared/model/run.ts';
import { reportSentence } from '../../../shared/text/index.ts';
import type { Invocation } from '../invocation.ts';
import type { EndedRun } from './wait-for-run.ts';

/** Says how a run ended, a line for each job. */
export function presentRun({ output, texts, language }: Invocation, { run, jobs }: EndedRun): void {
  output.object({ message_type: 'run', run, jobs });
  if (output.json) return;
  for (const job of jobs) output.result(lineOf(job));
  output.result(texts.app.runEnded[run.status]);

  function lineOf(job: Job): string {
    const about = [job.source, job.disk ?? job.destination].filter((part) => part !== undefined).join(' -> ');
    const what = `${texts.app.jobs[job.kind]} ${about}: ${texts.app.statuses[job.status]}`;
    if (job.error) return `${what}. ${reportSentence(job.error, language)}`;
    if (job.reason) return `${what} (${texts.app.skipReasons[job.reason]})`;
    const stored = job.figures.bytesStored;
    return stored === undefined ? what : `${what}, ${formatBytes(stored, language)} ${texts.app.stored}`;
  }
}
