import type { RestoreReport } from '../../model/restore.ts';

/** What a restore will do with one source, in words that are ready. */
export interface PlanWords {
  what: string;
  when: string;
  from: string;
}

/** One language's words for a restore: what it will do, how it goes, what it did. */
export interface RestoringTexts {
  /** The plan in one sentence, for each place that it can go to. */
  beside: (plan: PlanWords) => string;
  folder: (plan: PlanWords, path: string) => string;
  newDatabase: (plan: PlanWords, name: string) => string;
  /** Back in place, where nothing is now; where something is. */
  inPlaceEmpty: (plan: PlanWords) => string;
  inPlaceReplacing: (plan: PlanWords) => string;
  proven: string;
  notProven: string;
  nothingReplaced: string;
  undoable: (days: number) => string;
  /** Some files of a source: its name, how many, and the first names. */
  someOf: (source: string, count: number, names: string) => string;
  files: (fresh: string, replaced: string, unchanged: string) => string;
  bytes: (bytes: string) => string;
  free: (bytes: string) => string;
  freeUnknown: string;
  noRoom: string;
  live: { healthy: string; damaged: string; missing: string; inUse: string };
  /** Before the list of what would be lost. */
  thrownAway: string;
  thrownAwayConsent: string;
  lookAgain: string;
  running: { title: string; lead: string };
  /** The address names no restore that is known. */
  gone: { title: string; body: string };
  report: {
    title: { done: string; partly: string; failed: string; cancelled: string };
    /** `brokenOff`: it failed, and had replaced something by then. */
    lead: { done: (minutes: string) => string; partly: string; failed: string; cancelled: string; brokenOff: string };
    /** Of one source whose restore ended before it was whole: not begun, nothing replaced, or something replaced. */
    stopped: { notBegun: string; nothingReplaced: string; replaced: string };
    place: Readonly<Record<RestoreReport['way'], (place: string) => string>>;
    asOf: (when: string) => string;
    files: (count: number, verified: string) => string;
    compared: (agreeing: string, compared: string) => string;
    notCompared: string;
    differences: string;
    kept: (place: string) => string;
    took: (minutes: string, bytes: string) => string;
    warnings: string;
    nextTitle: string;
    next: {
      start: string;
      check: string;
      reenter: (when: string) => string;
      vendor: string;
      lookAtFiles: string;
      openBeside: string;
      compare: string;
      moveBack: string;
      tryAgain: string;
      beginAgain: string;
      undoFirst: string;
    };
    undo: string;
    undoUntil: (when: string) => string;
    undoQuestion: (source: string) => string;
    undoBody: (source: string, when: string) => string;
    undone: (when: string) => string;
    undoOver: string;
    notUndone: string;
    whyNotUndone: string;
    home: string;
    another: string;
  };
}
