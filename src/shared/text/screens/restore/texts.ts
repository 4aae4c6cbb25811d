import type { Suspicion } from '../../../model/timeline.ts';

type Reason = 'file' | 'wrong-since' | 'new-computer' | 'ransomware' | 'look';
interface Titled {
  title: string;
  about: string;
}

/** One language's words of the restore wizard. */
export interface RestoreTexts {
  steps: { label: string; happened: string; when: string; what: string; where: string; plan: string };
  happened: { title: string; lead: string; reasons: Readonly<Record<Reason, Titled>>; choose: string };
  fast: {
    entry: Titled & { go: string };
    title: string;
    lead: string;
    refused: string;
    refusedLead: string;
    beside: Titled;
    inPlace: Titled;
    confirm: string;
    nothing: Titled;
    missing: (source: string) => string;
    looking: string;
    newerPoint: (source: string, when: string) => string;
    newer: string;
  };
  noPoints: Titled & { setUp: string; recover: string };
  cleanPc: { title: string; lead: string; points: readonly string[]; attack: string; confirm: string; mustConfirm: string };
  when: {
    title: string;
    lead: Readonly<Record<Reason, string>>;
    source: string;
    allSources: string;
    table: string;
    moment: string;
    sources: string;
    state: string;
    reach: string;
    suggested: string;
    proven: string;
    notProven: string;
    suspicious: Readonly<Record<Suspicion, string>>;
    neverSuggested: string;
    notConsistent: string;
    here: (places: string) => string;
    plugIn: (places: string) => string;
    kept: string;
    chosen: (when: string) => string;
    /** Sources of which not all restore points are listed. */
    older: (sources: string) => string;
    earlier: string;
    nothingGood: string;
    afterAttack: (when: string) => string;
    search: string;
    mustChoose: string;
    mustPlugIn: (places: string) => string;
    goOnSuspicious: string;
  };
  days: {
    title: string;
    lead: string;
    source: string;
    table: (source: string) => string;
    day: string;
    points: string;
    pointCount: (count: number) => string;
    fell: string;
    stoodStill: string;
    closed: string;
    lastGood: (when: string) => string;
    nothingMarked: string;
    earlier: string;
    /** There are days before these. */
    older: string;
    allColumns: string;
    fewColumns: string;
  };
  ask: {
    title: string;
    lead: string;
    question: string;
    noQuestions: string;
    start: (count: number) => string;
    most: (count: number) => string;
    cancel: string;
    table: string;
    answer: string;
    waiting: string;
    asking: string;
    empty: string;
    cancelled: string;
    progress: (done: number, all: number) => string;
  };
  what: {
    title: string;
    lead: string;
    tiers: { critical: string; important: string; all: string };
    tiersAbout: (sources: string) => string;
    files: Titled;
    away: (source: string, places: string) => string;
    missing: (source: string) => string;
    mustChoose: string;
    mustChooseFiles: string;
  };
  files: {
    search: string;
    searchLead: string;
    searchField: string;
    searchButton: string;
    searching: string;
    found: (count: number) => string;
    foundNothing: Titled;
    cut: string;
    name: string;
    folder: string;
    version: string;
    size: string;
    changed: string;
    pick: (name: string) => string;
    inPoints: (newest: string, count: number) => string;
    browse: string;
    browseLead: string;
    source: string;
    noFolders: Titled;
    open: (name: string) => string;
    top: string;
    path: string;
    emptyFolder: string;
    more: string;
    chosen: (count: number) => string;
    nothingChosen: string;
    chosenAt: (path: string, when: string) => string;
    remove: (path: string) => string;
    noPlace: string;
  };
  where: {
    title: string;
    lead: string;
    looking: string;
    beside: Titled;
    besideFiles: string;
    folder: Titled & { field: string };
    newDatabase: Titled & { field: string };
    inPlace: Titled;
    inPlaceEmpty: string;
    inPlaceHealthy: string;
    inPlaceNotNow: string;
    mustChoose: string;
    mustName: string;
    mustFolder: string;
  };
  plan: {
    title: string;
    lead: string;
    start: string;
    wait: string;
    mustLook: string;
    mustConsent: string;
    mustClose: string;
    mustHaveRoom: string;
    nothing: Titled;
  };
  past: { title: string; table: string; when: string; what: string; how: string; open: string; unfinished: string };
}
