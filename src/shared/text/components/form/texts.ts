/** What may be wrong with something that was typed. */
export type FieldProblem = 'required' | 'email' | 'url' | 'time' | 'number' | 'too-long' | 'two-needed' | 'invalid';

/** One language's words of forms. */
export interface FormTexts {
  problems: Readonly<Record<FieldProblem, string>>;
  optional: string;
  add: string;
  remove: string;
  change: string;
}
