import type { CustodyEntry } from '../../../model/installation.ts';

export const SETTINGS_AREAS = ['pharmacy', 'what', 'where', 'when', 'people', 'kits', 'updates', 'about'] as const;
/** Parts of the settings, in the order in which they are listed. */
export type SettingsArea = (typeof SETTINGS_AREAS)[number];

/** What is known of a place at this moment. */
export type PlaceStateName = 'here' | 'away' | 'waiting' | 'unreachable' | 'credential-missing' | 'credential-expired';

/** One language's words of the settings. */
export interface SettingsTexts {
  title: string;
  areas: Readonly<Record<SettingsArea, { name: string; lead: string }>>;
  areasLabel: string;
  pharmacy: {
    name: string;
    nameHint: string;
  };
  what: {
    list: string;
    name: string;
    tier: string;
    how: string;
    actions: string;
    edit: string;
    editNamed: (name: string) => string;
    test: string;
    testNamed: (name: string) => string;
    testing: string;
    remove: string;
    removeNamed: (name: string) => string;
    /** `members`: of a group, what is protected only in it. */
    confirmRemove: (name: string, members: readonly string[]) => { title: string; body: string };
    addFolder: string;
    addDatabase: string;
    addGroup: string;
    empty: { title: string; body: string };
  };
  where: {
    list: string;
    add: string;
    edit: string;
    disks: string;
    states: Readonly<Record<PlaceStateName, string>>;
    sites: { 'on-site': string; 'off-site': string };
    lastLook: (moment: string) => string;
    free: (bytes: string) => string;
    destroy: { yes: string; no: string; whileAway: string };
    probe: string;
    probing: string;
    release: string;
    released: string;
    notReleased: string;
    custody: string;
    custodyColumns: { when: string; disk: string; event: string; person: string };
    events: Readonly<Record<CustodyEntry['event'], string>>;
    noCustody: string;
    known: string;
    knownLead: string;
    /** A place that does not open with this PC's key. */
    open: {
      notOpened: (place: string) => string;
      open: string;
      title: (place: string) => string;
      lead: string;
      mustKey: string;
      doIt: string;
      opening: string;
      opened: (place: string) => string;
      openedTitle: string;
      begun: string;
      notBegun: string;
      follow: string;
    };
    remove: string;
    empty: { title: string; body: string };
  };
  when: {
    pause: {
      title: string;
      lead: string;
      /** Nothing runs by itself until then. */
      paused: (moment: string) => string;
      howLong: string;
      lengths: Readonly<Record<'hour' | 'hours' | 'tomorrow' | 'moment', string>>;
      until: string;
      wrong: string;
      start: string;
      resume: string;
    };
    week: string;
    quietHours: string;
    quietLead: string;
    from: string;
    to: string;
    addQuiet: string;
    removeQuiet: (from: string, to: string) => string;
    wrong: string;
  };
  people: {
    people: string;
    mail: string;
    removeMail: string;
    confirmRemoveMail: { title: string; body: string };
    heartbeat: string;
    heartbeatLead: string;
    heartbeatUrl: string;
    heartbeatWrong: string;
    weekly: string;
    weeklyLead: string;
  };
  kits: {
    tests: string;
    when: string;
    holder: string;
    place: string;
    result: string;
    passed: string;
    failed: string;
    none: string;
    holders: string;
    nobody: (role: string) => string;
    leak: {
      title: string;
      lead: string;
      button: string;
      question: string;
      meaning: string;
      what: string;
      now: (bytes: string, places: string) => string;
      /** As `now`, before the first backup. */
      nowEmpty: (places: string) => string;
      nowhere: string;
      away: (places: string) => string;
      tight: (places: string) => string;
      /** Where all places are drives. */
      together: string;
      until: string;
      yes: string;
      beginning: string;
      begun: (moment: string) => string;
      waiting: (places: string) => string;
      steps: readonly string[];
      old: string;
      since: string;
      where: string;
      points: string;
      actions: string;
      forget: string;
      forgetNamed: (name: string) => string;
      forgetBody: string;
      needed: string;
      /** Instead of a number of restore points, of old copies that no key of this PC opens. */
      shut: string;
      open: string;
      openNamed: (name: string) => string;
      openLead: string;
      openedTitle: string;
      opened: (name: string) => string;
    };
  };
  updates: {
    notPossible: Readonly<Record<'not-installed' | 'not-signed' | 'by-packages' | 'by-window', string>>;
    current: (moment: string | undefined) => string;
    checking: string;
    available: (version: string) => string;
    downloading: (version: string) => string;
    ready: (version: string) => string;
    failed: string;
    check: string;
    download: string;
    install: string;
    notNow: string;
    now: (version: string) => string;
    body: string;
    updatedFrom: (version: string) => string;
    seen: string;
  };
  about: {
    version: string;
    runs: string;
    language: string;
    languageLead: string;
    messages: string;
    messagesFail: (moment: string) => string;
    licence: string;
    licenceBody: string;
    format: string;
    formatBody: string;
  };
}
