import type { Job } from '../../model/run.ts';
import type { Language } from '../language.ts';
import { englishRuns } from './en.ts';
import { spanishRuns } from './es.ts';
import type { JobNames, RunWords } from './words.ts';

export type { RunWords } from './words.ts';

const WORDS: Readonly<Record<Language, RunWords>> = { en: englishRuns, es: spanishRuns };

/** Words about runs and their jobs. */
export function runWords(language: Language): RunWords {
  return WORDS[language];
}

/** How sources and places are called. */
interface JobVoice {
  language: Language;
  sourceName: (source: string) => string | undefined;
  placeName: (destination: string, disk?: string) => string | undefined;
}
type AboutJob = Pick<Job, 'kind' | 'source' | 'destination' | 'disk'>;

/** What a job that is at work does, such as `Backing up Scans to Drive A`. */
export function jobAtWorkText(job: AboutJob, voice: JobVoice): string {
  return WORDS[voice.language].atWork[job.kind](namesOf(job, voice));
}

/** What a job is, such as `Restore test of Scans`; where is not said. */
export function jobText(job: AboutJob, voice: JobVoice): string {
  return WORDS[voice.language].kinds[job.kind](namesOf(job, voice));
}

/** Why a job was left out, and what follows from that; undefined: it was not. */
export function skippedText(
  { reason, destination, disk }: Pick<Job, 'reason' | 'destination' | 'disk'>,
  voice: JobVoice,
): string | undefined {
  if (reason === undefined) return undefined;
  const { skipped, yourPlace } = WORDS[voice.language];
  return skipped[reason]((destination !== undefined && voice.placeName(destination, disk)) || yourPlace);
}

function namesOf({ source, destination, disk }: AboutJob, voice: JobVoice): JobNames {
  return {
    source: source === undefined ? undefined : voice.sourceName(source),
    place: destination === undefined ? undefined : voice.placeName(destination, disk),
  };
}
