import { lstatSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../shared/model/clock.ts';
import { makePrivateFolder } from './private-folder.ts';
import type { Profile } from './profile.ts';
import { emptyFolder, type Left, removeTree } from './remove-tree.ts';
import { systemFailure } from './system-failure.ts';

/** A folder for one piece of work. `remove` (or `await using`) wipes it; twice is harmless. */
export interface ScratchFolder extends AsyncDisposable {
  readonly path: string;
  /** What could not be removed; the next start tries again. */
  remove(): Promise<Left[]>;
}

/** What a sweep did. */
export interface Swept {
  removed: number;
  left: Left[];
}

/**
 * The one private place where patient data may lie in the clear outside its own: staging and trial restores in `scratch`,
 * what restores replaced in `kept`. Of one owner process: sweeping takes the work of another away.
 */
export interface Scratch {
  /** Makes a folder of its own below the root. `purpose` goes into its name. */
  folder(purpose: string): Promise<ScratchFolder>;
  /** A path below the root for one piece of work, always the same; whoever uses it makes and wipes it. */
  pathFor(work: string): string;
  /** A path for what a restore replaces; its name says since when it is kept. */
  keptFor(work: string): string;
  /** At start, before anything else uses it: removes everything that the last process left. */
  sweep(): Promise<Swept>;
  /** Removes what restores replaced more than `KEPT_DAYS` ago. Not while the clock is not trusted. */
  sweepKept(): Promise<Swept>;
}

/** Days that what a restore replaced stays. */
export const KEPT_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/** Errors: `profile-unsafe` if one of the two is a link or others can write it; those of the disk. */
export function openScratch({ scratch, kept }: Pick<Profile, 'scratch' | 'kept'>, clock: Clock): Scratch {
  makePrivateFolder(scratch);
  makePrivateFolder(kept);
  return {
    folder: async (purpose) => {
      try {
        const path = await mkdtemp(join(scratch, `${nameFrom(purpose)}-`));
        return scratchFolder(path);
      } catch (error) {
        throw systemFailure(scratch, error);
      }
    },
    pathFor: (work) => join(scratch, nameFrom(work)),
    keptFor: (work) => join(kept, `${stampOf(clock.now())}-${nameFrom(work)}`),
    sweep: async () => await sweepFolder(scratch),
    sweepKept: async () => {
      const limit = clock.now().getTime() - KEPT_DAYS * DAY;
      return await sweepFolder(kept, (name) => keptSince(kept, name) >= limit);
    },
  };
}

function scratchFolder(path: string): ScratchFolder {
  const remove = async (): Promise<Left[]> => await removeTree(path);
  return { path, remove, [Symbol.asyncDispose]: async () => void (await remove()) };
}

async function sweepFolder(folder: string, isKept?: (name: string) => boolean): Promise<Swept> {
  try {
    return await emptyFolder(folder, isKept);
  } catch (error) {
    throw systemFailure(folder, error);
  }
}

/** A name that is safe on every system, whatever is asked for. */
function nameFrom(words: string): string {
  return words.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 100) || 'work';
}

/** `20260301T080000Z`: names on Windows take no colon. */
function stampOf(moment: Date): string {
  return moment.toISOString().replace(/[-:]|\.\d+/g, '');
}

/** Since when it is kept, in milliseconds since 1970: what its name says, else when it was last changed. */
function keptSince(folder: string, name: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-/.exec(name);
  const [year, month, day, hour, minute, second] = parts?.slice(1) ?? [];
  const named = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(named) ? lstatSync(join(folder, name)).mtimeMs : named;
}
