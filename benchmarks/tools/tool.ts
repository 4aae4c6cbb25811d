import type { Step } from '../steps.ts';

/** One run of a program. */
export interface Command {
  program: string;
  args: readonly string[];
  cwd?: string;
}

/** What a tool works on and with; all of it lies in the scratch folder. */
export interface Workplace {
  /** The folder to back up. */
  data: string;
  repository: string;
  /** An empty folder to restore into. */
  target: string;
  /** For caches, settings and temporary files. */
  home: string;
}

/** A backup program in the comparison. */
export interface Tool {
  readonly name: string;
  /** What makes the comparison fair, for the head of the output. */
  readonly settings: string;
  /** Prints the version, among other words. */
  readonly version: Command;
  /** Environment of every command; the password goes this way. */
  environment(place: Workplace): Readonly<Record<string, string>>;
  /** Makes an empty repository; not measured. */
  init(place: Workplace): Command;
  command(step: Step, place: Workplace): Command;
}

/** The same for everybody. */
export const password = 'benchmark-password';
