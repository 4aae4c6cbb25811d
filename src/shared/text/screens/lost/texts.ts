import type { LossReport } from '../../../model/loss.ts';

interface Titled {
  title: string;
  about: string;
}

/** One language's words of the screen for what is lost or stolen; what stands on the statement too is in `text/loss`. */
export interface LostTexts {
  title: string;
  lead: string;
  which: string;
  disk: string;
  place: string;
  oldPc: Titled;
  thisPc: Titled & { recover: string };
  nothing: Titled;
  mustChoose: string;
  facts: { title: (name: string) => string; lead: string; how: string; lost: Titled; stolen: Titled; noticed: string };
  paper: { question: string; yes: string; no: string };
  pcDisk: { question: string; hint: string; answers: Readonly<Record<LossReport['pcDisk'], string>> };
  keysLeft: string;
  keyLeft: Readonly<Record<'still-there' | 'not-looked', (place: string) => string>>;
  declare: string;
  declareMeans: (name: string) => string;
  /** The same of a PC. */
  declarePcMeans: string;
  declared: { title: (name: string) => string; lead: string; statement: string; making: string; open: string; openHint: string };
  before: { title: string; table: string; what: string; when: string; open: string; unreadable: (count: number) => string };
  /** What is on record and cannot be read. */
  unreadable: Titled;
  gone: Titled;
}
