import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Every entry below a folder: relative path with `/`, and its time with the SHA-256 of what it holds. */
export function listing(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const content = entry.isDirectory() ? 'folder' : createHash('sha256').update(readFileSync(path)).digest('hex');
    found.set(relative(folder, path).split(sep).join('/'), `${lstatSync(path).mtimeMs} ${content}`);
  }
  return new Map([...found].sort(([one], [two]) => (one < two ? -1 : 1)));
}
