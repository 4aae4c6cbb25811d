import type { ErrorReport } from '../../../shared/errors/index.ts';
import type { Question } from '../../../shared/model/source.ts';
import type { Witness } from '../../../shared/model/witness.ts';

/** How a database is opened: `live` never changes what is in it, `own` is a copy of ours, `sole` keeps everybody else out. */
export type OpenMode = 'live' | 'own' | 'sole';

/** What the thread does, by name: what it is given and what it answers. */
export interface Verbs {
  open: { ask: { path: string; mode: OpenMode; patience: number }; answer: null };
  /** Copies the database as it is at this moment to a new file. */
  stage: { ask: { to: string }; answer: null };
  /** What the database's own check found; empty: nothing. */
  check: { ask: { isQuick: boolean }; answer: string[] };
  /** `takenAt` is left to whoever has a clock. */
  witness: { ask: { tables: number }; answer: Omit<Witness, 'takenAt'> };
  ask: { ask: Question; answer: unknown };
  /** Brings everything into the one file, so that no file beside it is needed any more. */
  settle: { ask: null; answer: null };
  close: { ask: null; answer: null };
}
export type Verb = keyof Verbs;

export interface ToThread<V extends Verb = Verb> {
  id: number;
  verb: V;
  ask: Verbs[V]['ask'];
}
export type FromThread = { id: number; answer: unknown } | { id: number; error: ErrorReport };
