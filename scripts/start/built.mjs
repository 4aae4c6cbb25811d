import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a build makes last, and what only an older build lacks. */
const MADE = ['dist/preload/index.cjs', 'dist/renderer/index.html', 'dist/main/cli/index.js', 'dist/main/electron/entry.js'];
const FROM = ['src', 'scripts', 'package.json'];

/**
 * Whether dist is there and newer than everything it is made of.
 *
 * @param {string} root
 */
export function isBuilt(root) {
  const made = MADE.map((name) => join(root, name));
  if (!made.every((file) => existsSync(file))) return false;
  const oldest = Math.min(...made.map((file) => statSync(file).mtimeMs));
  return FROM.every((name) => newest(join(root, name)) <= oldest);
}

/**
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
