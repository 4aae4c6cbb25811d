import type { Report } from './report.ts';
import type { PlannedDirectory, RestorePlan } from './restore-plan.ts';
import { throwIfAborted } from '../abort.ts';
import { makeDirectory, makeTarget } from './target/directories.ts';
import { failureReason, fatalFailure, targetError } from './target/failure.ts';

/** The folders that are there for sure, and which of them got new entries. */
export class MadeDirectories {
  readonly #made = new Set<PlannedDirectory>();
  readonly #touched = new Set<PlannedDirectory>();

  /** Whether a folder is there, real and not a link. */
  has(directory: PlannedDirectory): boolean {
    return this.#made.has(directory);
  }

  /** Whether the names in a folder have changed. */
  isTouched(directory: PlannedDirectory): boolean {
    return this.#touched.has(directory);
  }

  add(directory: PlannedDirectory): void {
    this.#made.add(directory);
    if (directory.action !== 'exists' && directory.parent) this.touch(directory.parent);
  }

  touch(directory: PlannedDirectory): void {
    this.#touched.add(directory);
  }
}

/**
 * Makes every folder of the plan, from the top down, each looked at again before anything is put into it. A folder that
 * cannot be made is a warning, and what belongs into it is left out.
 */
export async function makeDirectories(plan: RestorePlan, report: Report, signal: AbortSignal): Promise<MadeDirectories> {
  const made = new MadeDirectories();
  for (const directory of plan.directories) {
    throwIfAborted(signal);
    if (directory.parent === undefined) await makeTarget(directory.path);
    else if (!made.has(directory.parent) || !(await tryToMake(directory, plan, report))) continue;
    made.add(directory);
  }
  return made;
}

async function tryToMake(directory: PlannedDirectory, plan: RestorePlan, report: Report): Promise<boolean> {
  try {
    await makeDirectory(directory.path, plan.overwrite !== 'never');
    return true;
  } catch (error) {
    const fatal = fatalFailure(error, directory.path);
    if (fatal) throw fatal;
    report.lose(directory.snapshotPath, failureReason(error), targetError(error, directory.path));
    return false;
  }
}
