import { basename } from 'node:path';
import { stat } from 'node:fs/promises';
import { LifeboatError } from '../../../shared/errors/index.ts';
import type { WitnessFact } from '../../../shared/model/witness.ts';
import { createPatternSet } from '../../engine/index.ts';
import { type FoundFile, systemCode, walkFiles } from '../files/index.ts';

/** A root as it was set up, and where it lies to be counted: live, or in a restored tree. */
export interface CountedRoot {
  path: string;
  at: string;
}

export interface Counted {
  facts: WitnessFact[];
  /** Live files of a database engine among them. */
  liveDatabases: string[];
}

interface Sum {
  files: number;
  bytes: number;
  newest: number;
}

/** Regular files below the roots: how many, how large, how new. `source-not-found` for a root that is missing. */
export async function count(roots: readonly CountedRoot[], exclude: readonly string[], signal: AbortSignal): Promise<Counted> {
  const patterns = createPatternSet({ patterns: exclude });
  const liveDatabases: string[] = [];
  const sums = new Map<string, Sum>();
  for (const { path, at } of roots) {
    const sum: Sum = { files: 0, bytes: 0, newest: Number.NEGATIVE_INFINITY };
    sums.set(path, sum);
    // Patterns speak of the places as they were set up, wherever the tree lies now.
    const isExcluded = (found: string): boolean => !patterns.isEmpty && patterns.match(path + found.slice(at.length)).matches;
    for await (const file of filesOf(path, at, isExcluded, signal)) {
      add(sum, file);
      if (await isLiveDatabase(file)) liveDatabases.push(path + file.path.slice(at.length));
    }
  }
  return { facts: factsOf(sums), liveDatabases };
}

async function* filesOf(path: string, at: string, isExcluded: (path: string) => boolean, signal: AbortSignal): AsyncGenerator<FoundFile> {
  try {
    const state = await stat(at);
    if (state.isFile()) yield { path: at, name: basename(at), bytes: state.size, modified: state.mtimeMs };
    else yield* walkFiles(at, { signal, isExcluded, skipsCaches: true });
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new LifeboatError('source-not-found', { path }, { cause: error });
    throw error;
  }
}

function add(sum: Sum, file: FoundFile): void {
  sum.files += 1;
  sum.bytes += file.bytes;
  sum.newest = Math.max(sum.newest, file.modified);
}

/** Sums of everything; of each root as well where there are several. */
function factsOf(sums: ReadonlyMap<string, Sum>): WitnessFact[] {
  const all = [...sums.values()].reduce((a, b) => ({
    files: a.files + b.files,
    bytes: a.bytes + b.bytes,
    newest: Math.max(a.newest, b.newest),
  }));
  const parts = sums.size > 1 ? [...sums].flatMap(([path, sum]) => namedFacts(sum, `:${path}`)) : [];
  return [...namedFacts(all, ''), ...parts];
}

function namedFacts({ files, bytes, newest }: Sum, suffix: string): WitnessFact[] {
  return [
    { kind: 'count', subject: `files${suffix}`, value: files },
    { kind: 'count', subject: `bytes${suffix}`, value: bytes },
    { kind: 'date', subject: `newest${suffix}`, ...(newest > 0 && { value: wholeSeconds(newest) }) },
  ];
}

/** Some disks and some ways back keep no fractions of a second. */
function wholeSeconds(milliseconds: number): string {
  return new Date(Math.round(milliseconds / 1000) * 1000).toISOString();
}

/** Files that an engine writes to as long as it runs: SQL Server, PostgreSQL, InnoDB, Firebird, SQLite with its log. */
async function isLiveDatabase({ path, name }: FoundFile): Promise<boolean> {
  if (/\.(mdf|ldf|ndf|fdb)$/i.test(name) || /^ibdata\d+$/.test(name) || name === 'PG_VERSION') return true;
  if (!name.endsWith('-wal')) return false;
  return await stat(path.slice(0, -'-wal'.length)).then(
    () => true,
    () => false,
  );
}
