import type { AnnouncedCode } from '../../model/protection.ts';

/** One message as it is decided on: codes and numbers, no words, no names. */
export type MessageSpec =
  /** Something is the matter. */
  | { kind: 'alert'; isRed: boolean; causes: readonly Cause[] }
  /** Nobody has looked at it for a whole open day. */
  | { kind: 'escalation'; causes: readonly Cause[] }
  /** What was announced is over. `left`: how many other causes there still are. */
  | { kind: 'working-again'; causes: readonly Cause[]; left: number }
  /** Once a week, so that silence means something. */
  | { kind: 'weekly'; isWell: boolean }
  /** Confirms an address. */
  | { kind: 'code'; code: string; minutes: number }
  | { kind: 'test' };

/** What is the matter, and with how many things. */
export interface Cause {
  code: AnnouncedCode;
  count: number;
}

export interface Message {
  subject: string;
  text: string;
}

/** A cause as a sentence, and as a few words for when it is over. */
export interface CauseSentence {
  now: (count: number) => string;
  over: string;
}

/** One language's messages. No names of files, people, sources or places: a message may be read by anybody. */
export interface MessageSentences {
  causes: Readonly<Record<AnnouncedCode, CauseSentence>>;
  subjects: {
    red: string;
    amber: string;
    escalation: string;
    workingAgain: string;
    well: string;
    notWell: string;
    code: string;
    test: string;
  };
  red: string;
  amber: string;
  escalation: string;
  workingAgain: string;
  left: (count: number) => string;
  well: string;
  notWell: string;
  code: (code: string, minutes: number) => string;
  test: string;
  next: string;
  footer: string;
}
