import type { Source, SourceKindName } from '../../../model/source.ts';

/** One language's words of describing something to protect. */
export interface SourceFormTexts {
  title: { add: string; change: (name: string) => string };
  kind: string;
  kinds: Readonly<Record<SourceKindName, { name: string; about: string }>>;
  /** How each kind is captured, for the list of what is protected. */
  capture: Readonly<Record<SourceKindName, string>>;
  /** Above a form that was open when the window was closed. */
  resumed: string;
  /** After `resumed`, where a password is asked for. */
  passwordAgain: string;
  name: string;
  nameHint: string;
  tier: string;
  tiers: Readonly<Record<Source['tier'], string>>;
  runsOn: string;
  runsOnChoices: Readonly<Record<Source['runsOn'], { name: string; about: string }>>;
  movesDaily: string;
  controlled: string;
  paths: string;
  path: (number: number) => string;
  addPath: string;
  removePath: (path: string) => string;
  exclude: string;
  excludeHint: string;
  folder: string;
  folderHint: string;
  pattern: string;
  patternHint: string;
  maxAge: string;
  maxAgeHint: string;
  file: string;
  fileHint: string;
  host: string;
  hostHint: string;
  port: string;
  instance: string;
  instanceHint: string;
  database: string;
  user: string;
  userHint: string;
  password: string;
  passwordKept: string;
  backupOnServer: string;
  backupOnServerHint: string;
  backupHere: string;
  backupHereHint: string;
  trust: string;
  trustHint: string;
  questions: {
    title: string;
    about: string;
    name: string;
    namePlaceholder: string;
    sql: string;
    add: string;
    remove: (name: string) => string;
  };
  members: string;
  membersHint: string;
  test: string;
  testing: string;
  tested: { good: string; bad: string };
  size: (size: string) => string;
  readNow: string;
  save: string;
}
