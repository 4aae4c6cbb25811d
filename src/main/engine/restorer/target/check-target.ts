import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, resolve, sep } from 'node:path';
import { LifeboatError } from '../../../../shared/errors/index.ts';
import { entryPath, plainWindowsPath } from '../../filesystem/index.ts';
import { nameFromBytes, pathForSystem } from '../../format/name.ts';
import { failureReason, targetError } from './failure.ts';
import { lookAt } from './look.ts';
import { windowsFold } from './windows-names.ts';

/** What a target must keep away from. */
export interface TargetNeighbours {
  /** The target lies neither in one of these nor around it. */
  protectedPaths: readonly string[];
  /** Where the repository says it is: a path if it is a local one. */
  repositoryLocation: string;
}

/** A target that may be written to. */
export interface CheckedTarget {
  /** Absolute, without links. */
  path: string;
  /** The repository's folder, absolute and without links, if it is a local one. */
  repository: string | undefined;
}

/** Finds out where a target really is; throws `target-unsafe` if nothing may be restored there. */
export async function checkTarget(target: string, neighbours: TargetNeighbours): Promise<CheckedTarget> {
  const path = await realPath(absolute(target));
  const there = await lookAt(path);
  if (there !== undefined && !there.isDirectory()) throw unsafe(path, 'not-a-directory');
  const { repositoryLocation } = neighbours;
  const repository = isAbsolute(repositoryLocation) ? await realPath(absolute(repositoryLocation)) : undefined;
  if (repository !== undefined && isInside(path, repository)) throw unsafe(path, 'inside-repository');
  for (const each of neighbours.protectedPaths) {
    const source = await realPath(absolute(each));
    if (isInside(path, source) || isInside(source, path)) throw unsafe(path, 'inside-source');
  }
  return { path, repository };
}

function absolute(path: string): string {
  return resolve(process.platform === 'win32' ? plainWindowsPath(path) : path);
}

/** The path without links, as far as it exists. */
async function realPath(path: string): Promise<string> {
  try {
    return nameFromBytes(await realpath(pathForSystem(path), { encoding: 'buffer' }));
  } catch (error) {
    const parent = dirname(path);
    if (failureReason(error) !== 'ENOENT' || parent === path) throw pathError(error, path);
    return entryPath(await realPath(parent), path.slice(parent.length).replace(/^[/\\]/, ''));
  }
}

function pathError(error: unknown, path: string): LifeboatError {
  return failureReason(error) === 'ENOTDIR' ? unsafe(path, 'not-a-directory') : targetError(error, path);
}

/** Whether `path` is `folder` or lies in it. */
function isInside(path: string, folder: string): boolean {
  const [inner, outer] = process.platform === 'win32' ? [windowsFold(path), windowsFold(folder)] : [path, folder];
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}

function unsafe(path: string, reason: 'inside-source' | 'inside-repository' | 'not-a-directory'): LifeboatError {
  return new LifeboatError('target-unsafe', { path, reason });
}
