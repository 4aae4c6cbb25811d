import type { ExposedCredential, LostFacts, Readable } from '../../model/loss.ts';

/** Everything about something that is lost or stolen, on the screen and on the statement, in one language. */
export interface LossTexts {
  title: string;
  made: (date: string) => string;
  page: (page: number, pages: number) => string;
  whatTitle: string;
  what: { thing: string; how: string; noticed: string; lastSeen: string; holder: string; declared: string };
  kinds: Readonly<Record<LostFacts['kind'], string>>;
  lost: string;
  stolen: string;
  unknown: string;
  contentsTitle: string;
  contents: { source: string; from: string; to: string; points: string; bytes: string };
  nothingOnIt: string;
  encryptionTitle: string;
  encryptedSince: (date: string) => string;
  encryption: string;
  /** Who could read it, and what that means. */
  readable: Readonly<Record<Readable, string>>;
  nowTitle: string;
  credentials: Readonly<Record<ExposedCredential['kind'], (name: string) => string>>;
  noCredentials: string;
  retireKey: string;
  keepKey: string;
  lastCopy: string;
  /** Whose decision it is what has to be reported. */
  counsel: string;
  signature: string;
  date: string;
}
