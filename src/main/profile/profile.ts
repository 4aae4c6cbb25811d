import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makePrivateFolder } from './private-folder.ts';
import { type RunTool, restrictToOwner } from './restrict-to-owner.ts';
import { socketPath } from './socket-path.ts';

/** Where the parts of an installation's own data lie. */
export interface Profile {
  readonly folder: string;
  /** The store's SQLite file. */
  readonly database: string;
  /** Held by the process that owns the profile. */
  readonly ownerLock: string;
  readonly bootstrap: string;
  readonly bootstrapPrevious: string;
  /** Private files of work under way; everything in it goes at start. */
  readonly scratch: string;
  /** What restores replaced; goes after some weeks. */
  readonly kept: string;
  /** What restores make anew and have not finished, on record. */
  readonly unfinished: string;
  readonly logs: string;
  /** What can be lost without harm. */
  readonly cache: string;
  /** Notes of shadow copies of drives that are there now; Windows only. */
  readonly shadows: string;
  /** Folder that accounts may read which may use an owner process in another account; there only where one is installed. */
  readonly faces: string;
  /** What they show to it. */
  readonly faceKey: string;
  /** Says that an owner without a person's account keeps this profile. */
  readonly background: string;
  /** What stays of signed-in browser pages while no owner process runs. */
  readonly pages: string;
  /** Where the owner process listens: a socket's path, on Windows a pipe's name. */
  readonly socket: string;
}

/** The paths of the profile in `folder`; nothing is touched. Enough for a process that only looks for the owner. */
export function profileAt(folder: string): Profile {
  const inside = (name: string): string => join(folder, name);
  return {
    folder,
    database: inside('lifeboat.sqlite'),
    ownerLock: inside('owner.lock'),
    bootstrap: inside('bootstrap.json'),
    bootstrapPrevious: inside('bootstrap.previous.json'),
    scratch: inside('scratch'),
    kept: inside('kept'),
    unfinished: inside('unfinished'),
    logs: inside('logs'),
    cache: inside('cache'),
    shadows: inside('shadows'),
    faces: inside('faces'),
    faceKey: join(folder, 'faces', 'key'),
    background: inside('background.json'),
    pages: inside('pages.json'),
    socket: socketPath(folder),
  };
}

/** A profile whose folders are there and private. */
export interface OpenedProfile extends Profile {
  /** Why other accounts of this Windows PC could not be kept out of a new folder, in a short code; worth a line in the log. */
  readonly notRestricted?: string;
}

/**
 * Makes the profile's folders, private, or sees that those there are.
 *
 * Errors: `profile-unsafe` if others can write the folder or it is somebody else's; those of the disk.
 */
export async function openProfile(folder: string, { runTool }: { runTool?: RunTool } = {}): Promise<OpenedProfile> {
  const isNew = !existsSync(folder);
  makePrivateFolder(folder, { mayBeLink: true });
  const { failed } = isNew ? await restrictToOwner(folder, runTool ? { runTool } : {}) : {};
  const profile = profileAt(folder);
  for (const path of [profile.scratch, profile.kept, profile.logs, profile.cache]) makePrivateFolder(path);
  if (process.platform !== 'win32' && dirname(profile.socket) !== folder) makePrivateFolder(dirname(profile.socket));
  return { ...profile, ...(failed !== undefined && { notRestricted: failed }) };
}
