import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SourceEntry } from '../../src/main/engine/archiver/source/backup-source.ts';
import { createDirectorySource } from '../../src/main/engine/archiver/source/directory-source.ts';
import { scanDirectory } from '../../src/main/engine/filesystem/index.ts';
import type { ExcludeRules } from '../../src/main/engine/operations/contract.ts';
import { isLifeboatError } from '../../src/shared/errors/index.ts';
import { describeWith } from '../support/describe-with.ts';
import { type ResticOptions, restic, resticOk } from '../support/restic.ts';
import { scratchFolder } from '../support/scratch.ts';

// Windows allows neither such names nor such entries.
const onPosix: typeof describeWith = process.platform === 'win32' ? (_part, title, body) => describe.skip(title, body) : describeWith;
const scratch = scratchFolder();
const work = join(scratch.path, 'work');
const tree = join(work, 'tree');
const options: ResticOptions = { repo: join(scratch.path, 'repository'), password: 'test', cwd: work };

const CACHE_SIGNATURE = 'Signature: 8a477f597d28d172789f06886806bc55';
const FILES: Readonly<Record<string, string>> = {
  'tree/a.txt': '',
  'tree/A.TXT': '',
  'tree/b.c': '',
  'tree/notes [1].md': '',
  'tree/star*name': '',
  'tree/-dash': '',
  'tree/é.txt': '',
  'tree/sub/a.txt': '',
  'tree/sub/deep/a.txt': '',
  'tree/sub/deep/b.c': '',
  'tree/sub/deep/er/c.go': '',
  'tree/foo/x/y/bar/file': '',
  'tree/foo/bar/file': '',
  'tree/foo/barn/file': '',
  'tree/node_modules/m/index.js': '',
  'tree/.hidden/x': '',
  'tree/.rc': '',
  'tree/cache/CACHEDIR.TAG': `${CACHE_SIGNATURE}\n`,
  'tree/cache/blob': 'x',
  'tree/cache/in/blob': 'x',
  'tree/fake/CACHEDIR.TAG': 'no',
  'tree/fake/blob': 'x',
  'tree/marked/.nobackup': 'tag',
  'tree/marked/x': '',
  'tree/marked/in/y': '',
  'tree/big': 'x'.repeat(3000),
  'other/a.txt': '',
  'other/foo/bar': '',
};

const PATTERNS: readonly (readonly string[])[] = [
  ['*.txt'],
  ['a.txt'],
  ['?.c'],
  ['[ab].*'],
  ['[^a]*.txt'],
  ['notes \\[1\\].md'],
  ['star\\*name'],
  ['[\\-]dash'],
  ['sub/*'],
  ['sub/**'],
  ['sub/deep'],
  ['foo/**/bar'],
  ['foo/*/bar'],
  ['bar'],
  ['bar*'],
  ['**/file'],
  ['sub/**/*.c', '*.go'],
  [`${tree}/*.txt`],
  [`${tree}/*`, `!${tree}/sub`],
  ['*', '!*.txt'],
  ['tree/*', '!tree/foo', 'barn'],
  ['/tree'],
  ['.*'],
  ['tree/./sub/../foo/'],
  ['é*'],
  ['*/deep/*/'],
  [`${tree}/**/er`],
  ['work'],
];
const RULES: readonly (readonly [string[], ExcludeRules])[] = [
  [['--iexclude', '*.Txt', '--exclude', 'B.c'], { caselessPatterns: ['*.Txt'], patterns: ['B.c'] }],
  [['--exclude-caches'], { caches: true }],
  [['--exclude-if-present', '.nobackup'], { ifPresent: ['.nobackup'] }],
  [
    ['--exclude-if-present', '.nobackup:tag', '--exclude-if-present', 'CACHEDIR.TAG:yes'],
    { ifPresent: ['.nobackup:tag', 'CACHEDIR.TAG:yes'] },
  ],
  [['--exclude-larger-than', '2000'], { largerThan: 2000 }],
];
const TARGETS: readonly (readonly string[])[] = [
  ['.'],
  [tree],
  ['tree/sub', 'tree/foo/bar', 'other'],
  ['tree/sub', 'tree'],
  ['./other', 'other', join(work, 'other')],
  ['../work/other', 'tree/foo'],
  ['tree/foo', 'tree/sub/../foo/bar'],
  ['tree/foo/bar', 'other/foo', '../work/other/foo'],
  ['.', join(work, 'tree/sub')],
  ['tree/a.txt'],
];

const CASES: readonly Case[] = [
  ...PATTERNS.map(
    (patterns): Case => ({
      targets: ['tree'],
      flags: patterns.flatMap((pattern) => ['--exclude', pattern]),
      rules: { patterns: [...patterns] },
    }),
  ),
  ...RULES.map(([flags, rules]): Case => ({ targets: ['tree'], flags, rules })),
  ...TARGETS.map((targets): Case => ({ targets, flags: [], rules: {} })),
];

interface Case {
  targets: readonly string[];
  flags: readonly string[];
  rules: ExcludeRules;
}

onPosix('restic', 'what is chosen, beside restic', () => {
  const answers = new Map<Case, Chosen>();

  beforeAll(async () => {
    for (const [path, content] of Object.entries(FILES)) {
      mkdirSync(dirname(join(work, path)), { recursive: true });
      writeFileSync(join(work, path), content);
    }
    await resticOk(['init'], options);
    const waiting = [...CASES];
    const lane = async (): Promise<void> => {
      for (let next = waiting.pop(); next; next = waiting.pop()) answers.set(next, await chosenByRestic(next));
    };
    await Promise.all([lane(), lane(), lane()]);
  });
  afterAll(() => scratch.remove());

  test.each(CASES.map((each) => [`${each.flags.join(' ')} ${each.targets.join(' ')}`.replaceAll(work, '.'), each] as const))(
    '%s',
    async (_name, each) => {
      const expected = answers.get(each);
      expect(expected).toBeDefined();
      expect(await chosenByUs(each)).toEqual(expected);
    },
  );
});

/** Paths in the snapshot, folders with a slash behind them; or that there is nothing to make a snapshot of. */
type Chosen = string[] | 'nothing';

async function chosenByRestic({ targets, flags }: Case): Promise<Chosen> {
  const result = await restic(['backup', '--dry-run', '-vv', '--json', '--no-lock', ...flags, ...targets], options);
  if (result.stderr.includes('snapshot is empty')) return 'nothing';
  if (result.code !== 0) throw new Error(result.stderr);
  const lines = result.stdout.split('\n').filter((line) => line.includes('verbose_status'));
  return lines
    .map((line) => (JSON.parse(line) as { item: string }).item)
    .filter((item) => item !== '')
    .sort();
}

async function chosenByUs({ targets, rules }: Case): Promise<Chosen> {
  const source = createDirectorySource({ paths: targets, cwd: work, exclude: rules, scan: (path) => Promise.resolve(scanDirectory(path)) });
  const found: string[] = [];
  const walk = async (entries: readonly SourceEntry[], above: string): Promise<void> => {
    for (const entry of entries) {
      const place = `${above}/${entry.node.name}`;
      found.push(entry.node.type === 'dir' ? `${place}/` : place);
      if (entry.node.type === 'dir') await walk(entry.children ?? (await source.list(entry)).entries, place);
    }
  };
  try {
    await walk((await source.roots()).entries, '');
  } catch (error) {
    if (isLifeboatError(error, 'no-source')) return 'nothing';
    throw error;
  }
  return found.sort();
}
