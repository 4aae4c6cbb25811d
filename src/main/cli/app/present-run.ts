import { formatBytes } from '../../../shared/format/index.ts';
import type { ErrorReport } from '../../../shared/errors/index.ts';
import type { Job, JobStatus, JobWarning, Run } from '../../../shared/model/run.ts';
import { type CliTexts, jobWarningSentence, type Language, sentence, witnessSubject } from '../../../shared/text/index.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { harmless } from '../terminal/harmless.ts';
import type { Names } from './names.ts';
import { snakeKeys } from './snake-keys.ts';

/** A run that has ended, with everything to tell of it. */
export interface EndedRun {
  run: Run;
  jobs: Job[];
  warnings: JobWarning[];
}

/** So many warnings of a run are told one by one; the rest is a number. */
const MOST_WARNINGS = 20;

/** Tells of a run that has ended, a line for each job. */
export function presentRun({ output, texts, language }: Invocation, names: Names, { run, jobs, warnings }: EndedRun): void {
  output.object({ message_type: 'run', ...(snakeKeys({ run, jobs, warnings }) as object) });
  if (output.json) return;
  // The history has the newest first.
  for (const job of jobs.toReversed()) output.result(harmless(lineOf(job, names, { texts, language })));
  for (const warning of warnings.slice(0, MOST_WARNINGS)) output.notice(warningText(warning, names, { texts, language }));
  if (warnings.length > MOST_WARNINGS) output.notice(texts.app.moreWarnings(warnings.length - MOST_WARNINGS));
}

const CODES: Readonly<Partial<Record<JobStatus, ExitCode>>> = {
  completed: EXIT.done,
  'completed-with-warnings': EXIT.warnings,
  interrupted: EXIT.interrupted,
};
const WORST_FIRST: readonly ExitCode[] = [EXIT.interrupted, EXIT.failed, EXIT.warnings, EXIT.done];

/**
 * The exit code of a run and of what followed from it: the worst of all. A run in which nothing was done is no success;
 * a follow-up that had nothing to do, or could not now, is none of its concern.
 */
export function exitCodeOfRuns(run: EndedRun, followed: readonly EndedRun[] = []): ExitCode {
  const others = followed.map(({ run: { status } }) => status).filter((status) => status !== 'skipped');
  const codes = new Set([run.run.status, ...others].map((status) => CODES[status] ?? EXIT.failed));
  return WORST_FIRST.find((code) => codes.has(code)) ?? EXIT.failed;
}

/** What a job is about: source, place, or both. */
export function aboutOf({ source, destination, disk, kind }: Pick<Job, 'source' | 'destination' | 'disk' | 'kind'>, names: Names): string {
  const place = destination === undefined ? undefined : (names.place(destination, disk) ?? disk ?? destination);
  const what = source === undefined ? undefined : (names.source(source) ?? source);
  if (what === undefined || place === undefined) return what ?? place ?? '';
  return kind === 'restore' || kind === 'proof' ? `${place} -> ${what}` : `${what} -> ${place}`;
}

interface Voice {
  texts: CliTexts;
  language: Language;
}

function lineOf(job: Job, names: Names, { texts: { app }, language }: Voice): string {
  const what = `${app.jobs[job.kind]} ${aboutOf(job, names)}: ${app.statuses[job.status]}`;
  if (job.error) return `${what}. ${sentence(job.error as ErrorReport, language)}`;
  if (job.reason) return `${what} (${app.skipReasons[job.reason]})`;
  const stored = job.figures.bytesStored;
  return stored === undefined ? what : `${what}, ${app.stored(formatBytes(stored))}`;
}

function warningText({ code, path, detail }: JobWarning, names: Names, { texts, language }: Voice): string {
  const part = names.part(path) ?? path;
  const known = detail === undefined ? {} : { detail };
  return (
    jobWarningSentence({ code, path, ...known }, part, language) ?? texts.app.witnessDiffers(part, witnessSubject(detail ?? '', language))
  );
}
