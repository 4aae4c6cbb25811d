import type { Source } from '../../../../model/source.ts';

/** What pharmacies often forget to keep; also the ids of the sources that are made of it. */
export const FORGOTTEN = [
  'certificates',
  'label-templates',
  'vendor-installer',
  'accounting',
  'point-of-sale',
  'robot',
  'temperature-logs',
] as const;
export type Forgotten = (typeof FORGOTTEN)[number];

/** One language's words of the step that says what to protect. */
export interface SetupWhatTexts {
  title: string;
  lead: string;
  server: string;
  serverHint: string;
  serverChoices: Readonly<Record<Source['runsOn'], { name: string; about: string }>>;
  found: string;
  looking: string;
  lookAgain: string;
  nothingFound: { title: string; body: string };
  columns: { protect: string; what: string; size: string; tier: string; test: string; change: string };
  protect: (name: string) => string;
  newest: (moment: string) => string;
  unknownSize: string;
  tierOf: (name: string) => string;
  test: (name: string) => string;
  testShort: string;
  testing: string;
  works: string;
  fails: string;
  notTested: string;
  needsAccount: string;
  enterAccount: string;
  change: (name: string) => string;
  changeShort: string;
  addFolder: string;
  addDatabase: string;
  addGroup: string;
  nothingChosen: { title: string; body: string };
  noCritical: { title: string; body: string };
  forgotten: {
    title: string;
    lead: string;
    add: string;
    addNamed: (name: string) => string;
    no: string;
    noNamed: (name: string) => string;
    back: string;
    protected: string;
    setAside: string;
  };
  items: Readonly<Record<Forgotten, { name: string; about: string }>>;
}
