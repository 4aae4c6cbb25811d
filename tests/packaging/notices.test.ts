import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { AT_RUN_TIME } from '../../scripts/packing/at-run-time.mjs';
import { installedPackages } from '../../scripts/packing/installed-packages.mjs';
import { PROJECT } from './support/pack.ts';

const dist = (path: string): string => readFileSync(join(PROJECT, 'dist', path), 'utf8');

/** Licences that let us pass their works on inside ours, as long as we say so. */
const PERMISSIVE = new Set(
  ['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Python-2.0'].concat([
    'Unlicense',
    'CC0-1.0',
    'Zlib',
    'Public domain',
    'see its text',
  ]),
);

interface Bundled {
  name: string;
  version: string;
  text?: string;
}

describe('THIRD-PARTY-NOTICES.txt', () => {
  const notices = dist('THIRD-PARTY-NOTICES.txt');

  test('names every package that became part of our files, with its licence', () => {
    const bundled = ['bundled-packages.json', 'preload/bundled-packages.json', 'renderer/bundled-packages.json'].flatMap(
      (list) => JSON.parse(dist(list)) as Bundled[],
    );
    expect(bundled.map(({ name }) => name)).toEqual(expect.arrayContaining(['zod', 'react', '@orpc/server']));
    expect(bundled.filter(({ name, version }) => !notices.includes(`${name} ${version} (`))).toEqual([]);
    expect(bundled.filter(({ text }) => text !== undefined && !notices.includes(text.trim().slice(-200))).map(({ name }) => name)).toEqual(
      [],
    );
  });

  test('names every package that is packed beside them', () => {
    const packages = installedPackages(PROJECT, AT_RUN_TIME);
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(({ name, version }) => !notices.includes(`${name} ${version} (`)).map(({ name }) => name)).toEqual([]);
  });

  test('has no licence that asks for more than to be named', () => {
    const licences = new Set([...notices.matchAll(/^\S+ \d\S* \((.+)\)$/gm)].map((match) => match[1]!));
    const words = [...licences].flatMap((licence) => licence.replaceAll(/[()]/g, '').split(/ (?:OR|AND) /));
    expect(words.filter((word) => !PERMISSIVE.has(word))).toEqual([]);
  });
});
