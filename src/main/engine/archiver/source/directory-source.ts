import nodePath from 'node:path';
import { isLifeboatError, LifeboatError } from '../../../../shared/errors/index.ts';
import { scanEntry } from '../../filesystem/index.ts';
import type { ContentLayout } from '../../chunker/index.ts';
import type { ExcludeRules, ReadInstead } from '../../operations/contract.ts';
import type { BackupSource, SourceContent, SourceFailure } from './backup-source.ts';
import { DirectoryWalk, type ScanDirectory } from './directory-walk.ts';
import { layOut, snapshotPaths } from './layout.ts';
import { createSelection } from './selection.ts';

export interface DirectorySourceOptions {
  /** Files and folders as they were asked for, absolute or relative to `cwd`; at least one. */
  paths: readonly string[];
  /** The working directory: absolute, no symlink. */
  cwd: string;
  exclude?: ExcludeRules;
  scan: ScanDirectory;
  /** Absolute paths that are never part of the source, such as the repository's own folder. */
  avoid?: readonly string[];
  /** How a file's content behaves, where the caller knows it. */
  layoutOf?: (path: string) => ContentLayout | undefined;
  instead?: ReadInstead;
}

/**
 * The source for files and folders. A root that is not there is a failure (`not-found`) in the listing of the roots and
 * not among `paths`; without any that can be looked at it throws: of a single root `source-not-found` or `source-unreadable`, else
 * `no-source`, as the listing of the roots does if the rules leave all of them out. A malformed exclude pattern is `value-invalid`.
 */
export function createDirectorySource(options: DirectorySourceOptions): BackupSource {
  const { cwd, exclude = {}, scan, avoid = [] } = options;
  const selection = createSelection(exclude, avoid);
  const { present, failures } = lookForRoots(options.paths, cwd);
  const roots = snapshotPaths(present, cwd, nodePath);
  const walk = new DirectoryWalk(selection, scan, exclude.oneFileSystem ? { roots } : undefined);
  return {
    paths: roots,
    roots: (signal) => walk.roots(layOut(present, cwd, nodePath), failures, signal),
    list: (directory, signal) => walk.list(directory, signal),
    content: (file): SourceContent => {
      const layout = options.layoutOf?.(file.path);
      return { kind: 'file', path: file.path, ...(layout && { layout }) };
    },
    instead: async (file, reason) => await options.instead?.(file.path, reason),
  };
}

function lookForRoots(paths: readonly string[], cwd: string): { present: string[]; failures: SourceFailure[] } {
  const present: string[] = [];
  const failures: SourceFailure[] = [];
  const errors: unknown[] = [];
  for (const target of paths) {
    const path = nodePath.resolve(cwd, target);
    try {
      scanEntry(path, '');
      present.push(target);
    } catch (error) {
      errors.push(error);
      failures.push({ path, reason: isLifeboatError(error, 'source-unreadable') ? error.data.reason : 'ENOENT' });
    }
  }
  if (present.length === 0) throw errors.length === 1 ? errors[0] : new LifeboatError('no-source', {});
  return { present, failures };
}
