import type { Destination, DestinationKindName } from '../../../model/destination.ts';

/** A heading, why, and something to paste. */
export interface RecipeStep {
  title: string;
  about: string;
  /** Lines for a terminal; undefined: it is done by hand. */
  paste?: string;
}

/** One language's words of a place that keeps copies. */
export interface PlaceFormTexts {
  title: { add: string; change: (name: string) => string };
  kind: string;
  kinds: Readonly<Record<DestinationKindName, { name: string; about: string }>>;
  /** Above a form that was open when the window was closed. */
  resumed: string;
  /** After `resumed`, where something that opens the place is asked for. */
  credentialAgain: string;
  name: string;
  names: Readonly<Record<DestinationKindName, string>>;
  path: string;
  pathHint: string;
  networkPath: string;
  networkHint: string;
  site: string;
  sites: Readonly<Record<Destination['site'], { name: string; about: string }>>;
  isolation: string;
  isolations: Readonly<Record<Destination['isolation'], { name: string; about: string }>>;
  awayLimit: string;
  awayLimitHint: string;
  account: string;
  container: string;
  containerHint: string;
  prefix: string;
  prefixHint: string;
  endpoint: string;
  endpointHint: string;
  credential: string;
  credentials: Readonly<Record<'connectionString' | 'accountKey' | 'sasToken', { name: string; label: string }>>;
  narrow: string;
  /** Below what opens a place that is stored. */
  credentialKept: string;
  confirmRemove: (name: string) => { title: string; body: string };

  test: string;
  testing: string;
  save: string;
  saving: string;
  probe: {
    works: string;
    wrote: (write: string, read: string) => string;
    free: (size: string) => string;
    clock: (seconds: number) => string;
    question: string;
    canDestroy: Readonly<Record<DestinationKindName, string>>;
    cannotDestroy: string;
    versioning: (isOn: boolean) => string;
    softDelete: (days: number) => string;
    immutable: (days: number) => string;
    unknown: string;
  };
  disks: {
    title: string;
    lead: string;
    none: string;
    drive: string;
    driveHint: string;
    noDrives: string;
    lookAgain: string;
    label: string;
    labelHint: string;
    add: string;
    adding: string;
    /** After `added`, of a drive with copies from before a key leaked. */
    besideOld: string;
    added: (label: string) => string;
    here: string;
    away: string;
    remove: string;
    removeNamed: (label: string) => string;
    confirmRemove: (label: string) => { title: string; body: string };
    drives: (path: string, label: string | undefined, free: string | undefined) => string;
    done: string;
  };
  helper: {
    open: string;
    title: string;
    lead: string;
    close: string;
    copy: string;
    copied: string;
    steps: (names: { account: string; container: string }) => readonly RecipeStep[];
    after: string;
  };
}
