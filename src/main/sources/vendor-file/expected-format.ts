import { extname } from 'node:path';
import type { FileFormat } from '../files/index.ts';

/** What files with these endings begin with. Endings that mean anything (`.bak`, `.srb`, `.dat`) are not in it. */
const EXPECTED: Readonly<Record<string, readonly FileFormat[]>> = {
  zip: ['zip'],
  gz: ['gzip'],
  tgz: ['gzip'],
  db: ['sqlite', 'unknown'],
  sqlite: ['sqlite'],
  sqlite3: ['sqlite'],
  dump: ['postgresql-dump', 'text', 'gzip'],
  sql: ['text', 'postgresql-dump'],
};

/** Whether a file of this format may have this name. An empty one is never a backup. */
export function isExpected(path: string, format: FileFormat): boolean {
  if (format === 'empty') return false;
  return EXPECTED[extname(path).slice(1).toLowerCase()]?.includes(format) ?? true;
}
