/** What of the rule is there: copies with the live data, kinds of place, copies elsewhere, copies this PC cannot destroy. */
export interface RuleWords {
  copies: number;
  kinds: number;
  offSite: number;
  indestructible: number;
}

/** One language's words of the 3-2-1 picture. */
export interface ThreeTwoOneTexts {
  title: string;
  live: string;
  onSite: string;
  offSite: string;
  locked: string;
  missing: string;
  sentence: (rule: RuleWords) => string;
  /** What still has to be done, the first thing first; undefined: nothing. */
  next: (rule: RuleWords & { onSite: number }) => string | undefined;
}
