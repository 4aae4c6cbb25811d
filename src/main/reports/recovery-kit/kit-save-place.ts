import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ErrorData, LifeboatError } from '../../../shared/errors/index.ts';
import type { Destination } from '../../../shared/model/destination.ts';
import { partsOf, type SingleSource, type Source } from '../../../shared/model/source.ts';
import { isInside, realPath } from '../../places/index.ts';
import { type Account, looksSynced, syncedFolders, withParents } from './synced-folders.ts';

/** What a recovery kit must keep away from. */
export interface KitPlaceSurroundings {
  destinations: readonly Destination[];
  /** Where the disks of USB sets are plugged in now. */
  drives: readonly string[];
  sources: readonly Source[];
  /** Whose cloud programs count; without it, this process's account. */
  account?: Account;
}

type Reason = ErrorData['kit-place-unsafe']['reason'];

/**
 * Why a recovery kit may not be saved as this file, as the error `kit-place-unsafe`; undefined if it may. Links are followed.
 * Where no known program sends a folder to a cloud an unknown one may: a kit is for paper.
 */
export function kitSaveProblem(path: string, surroundings: KitPlaceSurroundings): LifeboatError<'kit-place-unsafe'> | undefined {
  const folder = dirname(realPath(path));
  const reason = reasonAgainst(folder, surroundings);
  return reason && new LifeboatError('kit-place-unsafe', { path, reason });
}

function reasonAgainst(folder: string, surroundings: KitPlaceSurroundings): Reason | undefined {
  const { destinations, drives, sources, account = { home: homedir(), environment: process.env } } = surroundings;
  const lies = (places: readonly string[]): boolean => places.some((place) => isInside(folder, realPath(place)));
  if (lies([...destinations.flatMap(pathOf), ...drives]) || withParents(folder).some(isRepository)) return 'destination';
  if (lies(sources.flatMap((source) => partsOf(source).flatMap(foldersOf)))) return 'source';
  return lies(syncedFolders(account)) || looksSynced(folder) ? 'synced-folder' : undefined;
}

function pathOf(destination: Destination): string[] {
  return destination.kind === 'folder' || destination.kind === 'network-folder' ? [destination.path] : [];
}

function foldersOf(source: SingleSource): readonly string[] {
  switch (source.kind) {
    case 'folder':
      return source.paths;
    case 'vendor-file':
      return [source.folder];
    case 'sqlserver':
      return [source.backupFolder.here];
    default:
      return [];
  }
}

/** Also a repository that is no destination of ours any more. */
function isRepository(folder: string): boolean {
  return ['config', 'keys', 'snapshots'].every((name) => existsSync(join(folder, name)));
}
