import type { Id } from '../../../src/main/engine/index.ts';

/** What a process that carries out orders says. */
export type Word =
  /** It may be given orders; also after each order. */
  { said: 'ready' } | { said: 'opened' } | { said: 'finished'; made: Id[] } | { said: 'failed'; error: string };
