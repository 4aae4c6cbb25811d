import type { Coverage, Disaster, ProtectionState, ReasonCode } from '../../model/protection.ts';

/** What a reason's sentences are made of; everything is in words already. */
export interface ReasonWords {
  /** The source's name; `your data` where the reason is about none. */
  source: string;
  /** The destination's name, with the label of the disk. */
  place: string;
  /** A moment; undefined: none is known. */
  at: string | undefined;
  /** A number that belongs to it: days, percent. */
  value: number;
}

/** What is the matter, and the one thing to do next. */
export interface ReasonSentence {
  what: (words: ReasonWords) => string;
  next: (words: ReasonWords) => string;
}

/** A line of the three that must be true. */
export interface DisasterLine {
  /** `If this PC dies`. */
  title: string;
  lose: string;
  back: string;
  /** Where that comes from: which copy, measured by what and when. */
  basis: string;
}

export interface DisasterWords {
  place: string;
  lose: string | undefined;
  back: string | undefined;
  measuredBy: Disaster['measuredBy'];
  measuredAt: string | undefined;
  isProven: boolean;
  lockedUntil: string | undefined;
}

/** One language's sentences about protection; the compiler asks for every code. */
export interface ProtectionSentences {
  headline: Readonly<Record<ProtectionState, string>>;
  reasons: { readonly [C in ReasonCode]: ReasonSentence };
  /** Next steps for a face without buttons and pages, where they differ. */
  terminal: Readonly<Partial<Record<ReasonCode, ReasonSentence['next']>>>;
  disasters: Readonly<Record<Disaster['disaster'], string>>;
  disaster: (words: DisasterWords) => Omit<DisasterLine, 'title'>;
  nothingLeft: Omit<DisasterLine, 'title'>;
  marks: Readonly<Record<Coverage['mark'], string>>;
  threeTwoOne: (
    isMet: boolean,
    numbers: { copies: number; kinds: number; offSite: number; indestructible: number; errors: number },
  ) => string;
  fullIn: (length: string | undefined) => string;
  yourData: string;
  yourPlace: string;
}
