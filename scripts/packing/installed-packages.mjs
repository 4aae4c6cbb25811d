/** The packages that are installed, as they lie in node_modules. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * @typedef {object} Manifest
 * @property {string} name
 * @property {string} version
 * @property {string} [license]
 * @property {string | { name?: string }} [author]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [optionalDependencies]
 */

/**
 * Where a package that `from` asks for is found: in the nearest node_modules above it.
 * @param {string} top the project, above which nothing is looked for
 * @param {string} from a folder
 * @param {string} name
 * @returns {string | undefined}
 */
function findPackage(top, from, name) {
  for (let folder = from; folder.startsWith(top); folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return found;
  }
  return undefined;
}

/**
 * The named packages and everything they need in turn; optional ones that are not here are left out.
 * @param {string} root of the project
 * @param {readonly string[]} [names] what the project itself depends on, if left out
 * @returns {{ name: string, version: string, folder: string }[]}
 */
export function installedPackages(root, names) {
  const manifestOf = (/** @type {string} */ folder) =>
    /** @type {Manifest} */ (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const top = resolve(root);
  const found = new Map();
  const follow = (/** @type {string} */ from, /** @type {readonly string[]} */ wanted) => {
    for (const name of wanted) {
      const folder = findPackage(top, from, name);
      if (folder === undefined || found.has(folder)) continue;
      const manifest = manifestOf(folder);
      found.set(folder, { name: manifest.name, version: manifest.version, folder });
      follow(folder, Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }));
    }
  };
  follow(top, names ?? Object.keys(manifestOf(top).dependencies ?? {}));
  return [...found.values()];
}
