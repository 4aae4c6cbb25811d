/** THIRD-PARTY-NOTICES.txt: whose work the app carries, and on what terms. Most licences ask for exactly this. */
import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AT_RUN_TIME } from './at-run-time.mjs';
import { installedPackages } from './installed-packages.mjs';

/**
 * @typedef {object} Notice
 * @property {string} name of the package, with its version
 * @property {string} licence an SPDX expression
 * @property {string} text
 */

/** What packages carry inside without telling. Electron brings its own licence and Chromium's as files beside the program. */
const CARRIED = [
  { name: 'SQLite (in better-sqlite3)', licence: 'Public domain', text: 'The authors of SQLite have dedicated it to the public domain.' },
  {
    name: 'Roboto (in pdfmake)',
    licence: 'Apache-2.0',
    text: 'Copyright Google Inc. Licensed under the Apache License, Version 2.0, whose text stands with other packages on this page.',
  },
];

/** @param {string} holder */
const mit = (holder) => `Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/**
 * The text of a package's licence: its own files, else the standard text where its licence is known by name.
 * @param {string} folder
 * @param {import('./installed-packages.mjs').Manifest} manifest
 */
function licenceText(folder, { name, license, author }) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  if (files.length > 0) return files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
  const holder = (typeof author === 'string' ? author : author?.name) || `the authors of ${name}`;
  if (license === 'MIT') return mit(holder);
  if (license === 'Unlicense') return 'Released into the public domain by its authors. https://unlicense.org';
  throw new Error(`${name} has no text of its licence (${license}) in ${folder}`);
}

/**
 * @param {string} folder of a package
 * @returns {Notice}
 */
function noticeOf(folder) {
  const manifest = /** @type {import('./installed-packages.mjs').Manifest} */ (
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  );
  const text = licenceText(folder, manifest);
  return { name: `${manifest.name} ${manifest.version}`, licence: manifest.license ?? 'see its text', text };
}

/**
 * Folders of the packages that became part of our files, as the builds noted them.
 * @param {string} root of the project
 */
function bundledFolders(root) {
  const dist = join(root, 'dist');
  const lists = globSync('{.,preload,renderer}/bundled-packages.json', { cwd: dist });
  if (lists.length < 3) throw new Error('A build has not noted which packages became part of it.');
  const noted = lists.flatMap(
    (list) => /** @type {{ name: string, version: string }[]} */ (JSON.parse(readFileSync(join(dist, list), 'utf8'))),
  );
  const everything = installedPackages(root);
  return noted.map(({ name, version }) => {
    const found = everything.find((one) => one.name === name && one.version === version);
    if (found === undefined) throw new Error(`${name} ${version} is part of the build and not installed`);
    return found.folder;
  });
}

/**
 * Writes dist/THIRD-PARTY-NOTICES.txt about what was just built. Texts that several packages share stand there once.
 * @param {string} root of the project
 */
export function writeNotices(root) {
  const folders = new Set([...bundledFolders(root), ...installedPackages(root, AT_RUN_TIME).map(({ folder }) => folder)]);
  const notices = [...CARRIED, ...[...folders].map(noticeOf)];
  /** @type {Map<string, Notice[]>} */
  const byText = new Map();
  for (const notice of notices.sort((one, other) => one.name.localeCompare(other.name, 'en'))) {
    byText.set(notice.text, [...(byText.get(notice.text) ?? []), notice]);
  }
  const parts = [...byText].map(([text, of]) => `${of.map(({ name, licence }) => `${name} (${licence})`).join('\n')}\n\n${text}\n`);
  const head = 'Lifeboat carries the work of others. Their packages, and the terms on which we may pass them on:\n';
  writeFileSync(join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), [head, ...parts].join(`\n${'-'.repeat(80)}\n\n`));
}
