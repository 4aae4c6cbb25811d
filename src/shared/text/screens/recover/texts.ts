interface Titled {
  title: string;
  about: string;
}

/** Why a copy cannot be opened, as far as the way out differs. */
export type RecoverTrouble = 'wrong-key' | 'vault' | 'damaged' | 'away';

/** One language's words of recovering on a blank PC. */
export interface RecoverTexts {
  steps: { label: string; start: string; from: string; key: string; found: string; takeOver: string; restore: string };
  start: {
    title: string;
    lead: string;
    dead: Titled;
    move: Titled;
    moveSteps: readonly string[];
    needs: string;
    needsList: readonly string[];
    choose: string;
    inUse: Titled & { restore: string };
    setUp: string;
  };
  from: {
    title: string;
    lead: string;
    looking: string;
    foundOn: (drive: string) => string;
    foundAbout: (location: string, changed: string | undefined) => string;
    foundNothing: string;
    folder: Titled & { field: string };
    azure: Titled;
    lookAgain: string;
    choose: string;
    mustFolder: string;
  };
  key: { title: string; lead: string; next: string; looking: string; mustKey: string; mustCode: string; which: string };
  trouble: Readonly<Record<RecoverTrouble, { title: string; ways: readonly string[] }>>;
  otherPlace: string;
  found: {
    title: (pharmacy: string) => string;
    unnamed: string;
    lead: (when: string) => string;
    table: string;
    source: string;
    tier: string;
    newest: string;
    none: string;
    meansTitle: string;
    means: readonly string[];
    takeOver: string;
    taking: string;
  };
  taken: {
    title: string;
    lead: string;
    retired: (count: number) => string;
    changeTitle: string;
    changeLead: string;
    nothingToChange: string;
    passwordsTitle: string;
    passwordsLead: string;
    password: (server: string) => string;
    keep: string;
    kept: string;
    next: string;
  };
  restore: {
    title: string;
    lead: string;
    whichTitle: string;
    newest: Titled;
    proven: Titled;
    whereTitle: string;
    back: Titled;
    folder: Titled & { field: string };
    start: string;
    wait: string;
    cannotLook: string;
    missing: (source: string) => string;
    nothing: Titled;
    skip: string;
  };
  change: string;
}
