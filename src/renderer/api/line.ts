import type { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../shared/contract/index.ts';
import type { ErrorReport } from '../../shared/errors/index.ts';

/** What the page asks the owner process with. */
export type OwnerClient = ContractRouterClient<Contract>;
/** Carries one question; made anew with each line. */
export type Link = Parameters<typeof createORPCClient>[0];

/** The owner process cannot begin, and why. */
export interface OwnerProblem {
  problem: ErrorReport;
}

/** Why there is no line: nobody is at the other end, or this page may not ask any more. */
export type LineEnd = 'owner-gone' | 'signed-out' | OwnerProblem;

/** An open way to the owner process; it ends once. */
export interface Line {
  link: Link;
  ended: Promise<LineEnd>;
  /** Gives it up, whether or not the other end hears of it. */
  close: () => void;
}

/** Opens a line; says why it could not. */
export type OpenLine = () => Promise<Line | LineEnd>;
