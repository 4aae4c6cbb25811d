import { describe, expect, test } from '@jest/globals';
import { backupLines, backupObject } from '../../../../../src/main/cli/present/backup.ts';
import { checkLines, checkObjects, findingLines } from '../../../../../src/main/cli/present/check.ts';
import { forgetLines, forgetObjects } from '../../../../../src/main/cli/present/forget.ts';
import { newestOfEach } from '../../../../../src/main/cli/present/groups.ts';
import { listedLine, listedObject } from '../../../../../src/main/cli/present/ls.ts';
import { modeText } from '../../../../../src/main/cli/present/mode.ts';
import { pruneLines } from '../../../../../src/main/cli/present/prune.ts';
import { restoreLines } from '../../../../../src/main/cli/present/restore.ts';
import type {
  BackupResult,
  CheckResult,
  ListedEntry,
  PrunePlanSummary,
  RestoreResult,
  SnapshotEntry,
} from '../../../../../src/main/engine/index.ts';
import { cliTexts } from '../../../../../src/shared/text/index.ts';

const texts = cliTexts('en');
const MIB = 1024 ** 2;
const id = (digit: string): string => digit.repeat(64);
const entry = (digit: string, time: string, more: object = {}): SnapshotEntry => ({
  id: id(digit),
  snapshot: { time, tree: id('0'), paths: ['/srv/pharmacy'], hostname: 'counter', excludes: undefined, tags: undefined, ...more },
});

const backup: BackupResult = {
  outcome: 'completed',
  snapshotId: id('a'),
  parent: id('b'),
  tree: id('c'),
  counts: {
    filesNew: 3,
    filesChanged: 1,
    filesUnmodified: 12_000,
    dirsNew: 0,
    dirsChanged: 2,
    dirsUnmodified: 40,
    dataBlobs: 5,
    treeBlobs: 3,
    bytesAdded: 4 * MIB,
    bytesStored: MIB,
    filesProcessed: 12_004,
    bytesProcessed: 900 * MIB,
  },
  warnings: [],
};

describe('backup', () => {
  test('says what was compared, counted, added and saved', () => {
    expect(backupLines(backup, texts.results, { elapsed: 61_000, dryRun: false, verbose: true })).toEqual([
      'Compared with snapshot bbbbbbbb.',
      'Files:   3 new, 1 changed, 12,000 unchanged',
      'Folders: 0 new, 2 changed, 40 unchanged',
      'Pieces:  5 of file contents, 3 of folders',
      'Added:   4.00 MiB, stored as 1.00 MiB',
      'Read 12,004 files, 900 MiB in 1:01',
      'Snapshot aaaaaaaa saved.',
    ]);
  });

  test('tells a dry run from a backup that found nothing new', () => {
    const last = (dryRun: boolean): string | undefined =>
      backupLines({ ...backup, snapshotId: undefined }, texts.results, { elapsed: 0, dryRun, verbose: false }).at(-1);
    expect([last(true), last(false)]).toEqual([texts.results.backup.dryRun, texts.results.backup.unchanged]);
  });

  test('has restic’s names in JSON', () => {
    expect(backupObject(backup, { elapsed: 1500, dryRun: false })).toMatchObject({
      message_type: 'summary',
      files_new: 3,
      data_added: 4 * MIB,
      data_added_packed: MIB,
      total_files_processed: 12_004,
      total_duration: 1.5,
      snapshot_id: id('a'),
      warnings: 0,
    });
  });
});

describe('forget', () => {
  const kept = {
    ...entry('a', '2026-03-02T08:00:00Z', { tags: ['nightly', 'evil\u001b[2J'] }),
    reasons: ['daily', 'pinned: newest proven'],
  };
  const group = { host: 'counter', paths: ['/srv/pharmacy'], tags: undefined, keep: [kept], forget: [entry('b', '2026-03-01T08:00:00Z')] };
  const result = { groups: [group], forgotten: [id('b')], locked: [], unreadable: [] };

  test('shows why each stays, what goes, and what to do next', () => {
    const lines = forgetLines(result, texts, { dryRun: false, prune: false }).map((line) => line.replace(/2026-03-0\d \d\d/, 'DAY HH'));
    expect(lines).toEqual([
      'Snapshots of host counter, paths /srv/pharmacy:',
      '',
      'Kept: 1 snapshot',
      'ID        Time                 Host     Tags         Reasons                Paths',
      '-----------------------------------------------------------------------------------------',
      'aaaaaaaa  DAY HH:00:00  counter  nightly      daily                  /srv/pharmacy',
      '                                        evil\\x1b[2J  pinned: newest proven',
      '',
      'Forgotten: 1 snapshot',
      'ID        Time                 Host     Tags  Paths',
      '-----------------------------------------------------------',
      'bbbbbbbb  DAY HH:00:00  counter        /srv/pharmacy',
      '',
      'Forgot 1 snapshot.',
      texts.results.forget.pruneHint,
    ]);
  });

  test('a dry run says would, and that pruning is not known yet', () => {
    const lines = forgetLines({ ...result, forgotten: [] }, texts, { dryRun: true, prune: true });
    expect(lines).toEqual(expect.arrayContaining(['Would keep: 1 snapshot', 'Would forget: 1 snapshot']));
    expect(lines.slice(-2)).toEqual([texts.results.forget.dryRun, texts.results.forget.dryRunPrune]);
  });

  test('JSON has a line a group and a summary', () => {
    const [first, summary] = forgetObjects(result, false);
    expect(first).toMatchObject({
      message_type: 'forget_group',
      keep: [{ id: id('a'), reasons: ['daily', 'pinned: newest proven'] }],
      remove: [{ id: id('b') }],
    });
    expect(summary).toMatchObject({ message_type: 'summary', snapshots_kept: 1, snapshots_removed: [id('b')] });
  });
});

describe('check', () => {
  const damaged: CheckResult = {
    sound: false,
    findings: [
      { severity: 'error', kind: 'pack-missing', id: id('d') },
      { severity: 'hint', kind: 'pack-not-indexed', id: id('e') },
    ],
    findingsTruncated: false,
    damagedFiles: [{ snapshot: id('a'), path: '/srv/rx.db' }],
    damagedFilesTruncated: true,
    snapshots: 2,
    packs: 9,
    packsRead: 0,
    bytesRead: 0,
    unused: undefined,
  };

  test('names errors and the files they reach; hints only when asked for', () => {
    expect(findingLines(damaged, texts, false)).toEqual([
      `The data file ${id('d')} is missing.`,
      'Damage reaches 1 file:',
      '  aaaaaaaa /srv/rx.db',
      '  and more',
    ]);
    expect(findingLines(damaged, texts, true)).toHaveLength(5);
    expect(checkLines(damaged, texts.results, { readData: 'none' }).at(-1)).toBe('1 error was found. The repository is damaged.');
  });

  test('does not call data sound that was not read', () => {
    const sound = { ...damaged, sound: true, findings: [], damagedFiles: [], unused: { blobs: 3, bytes: 2 * MIB } };
    expect(checkLines(sound, texts.results, { readData: 'none' })).toEqual([
      'Looked at 2 snapshots and 9 data files.',
      '2.00 MiB are used by no snapshot any more; "lifeboat prune" removes them.',
      texts.results.check.soundNotRead,
    ]);
    expect(checkLines(sound, texts.results, { readData: 'all' }).at(-1)).toBe(texts.results.check.sound);
  });

  test('JSON ends with the summary', () => {
    expect(checkObjects(damaged).map(({ message_type }) => message_type)).toEqual(['finding', 'finding', 'damaged_file', 'summary']);
    expect(checkObjects(damaged).at(-1)).toMatchObject({ sound: false, num_errors: 1 });
  });
});

describe('restore', () => {
  const result: RestoreResult = {
    outcome: 'completed',
    plan: {
      snapshotId: id('a'),
      target: '/tmp/back',
      filesNew: 2,
      filesReplaced: 1,
      filesUnchanged: 4,
      filesKept: 0,
      dirs: 3,
      others: 1,
      bytes: 5 * MIB,
      packBytes: 2 * MIB,
      freeBytes: 100 * MIB,
    },
    filesRestored: 3,
    bytesRestored: 5 * MIB,
    filesVerified: 7,
    warnings: [],
  };

  test('a dry run shows the plan', () => {
    expect(restoreLines(result, texts.results, { elapsed: 0, dryRun: true, verify: false, verbose: false })).toEqual([
      'Snapshot aaaaaaaa into /tmp/back:',
      '  2 files to write anew',
      '  1 file to replace',
      '  4 files already as in the snapshot',
      '  3 folders and 1 other entry',
      '  5.00 MiB to write, 2.00 MiB to read from the repository',
      '  100 MiB free at the target',
      texts.results.restore.dryRun,
    ]);
  });

  test('says what was done, and does not call all verified when something is missing', () => {
    const facts = { elapsed: 2000, dryRun: false, verify: true, verbose: false };
    expect(restoreLines(result, texts.results, facts)).toEqual([
      'Restored 3 files, 5.00 MiB into /tmp/back in 0:02.',
      '4 files already as in the snapshot.',
      'Read back 7 files: all as in the snapshot.',
    ]);
    const warned = { ...result, warnings: [{ code: 'not-restored' as const, path: '/x' }] };
    expect(restoreLines(warned, texts.results, facts).at(-1)).toBe(texts.results.restore.verifiedSome(7));
  });
});

describe('prune', () => {
  const plan: PrunePlanSummary = {
    blobsUsed: 10,
    bytesUsed: 10 * MIB,
    blobsDuplicate: 0,
    bytesDuplicate: 0,
    blobsUnused: 4,
    bytesUnused: 4 * MIB,
    packsKept: 2,
    packsRepacked: 1,
    bytesRepacked: 3 * MIB,
    bytesFreedByRepack: MIB,
    packsDeleted: 1,
    bytesDeleted: 2 * MIB,
    packsUnreferenced: 0,
    bytesUnreferenced: 0,
    bytesUnusedAfter: MIB,
  };

  const none = { packsLocked: 0, indexFilesLocked: 0, temporaryFilesRemoved: 0 };

  test('says what is still protected and stays', () => {
    const lines = pruneLines({ plan, executed: true, packsLocked: 2, indexFilesLocked: 0, temporaryFilesRemoved: 0 }, texts.results, false);
    expect(lines).toEqual([
      'Freed 3.00 MiB.',
      'Still protected where they are, and therefore kept: 2 data files. A later prune removes them.',
    ]);
  });

  test('says what it freed, or would free', () => {
    expect(pruneLines({ plan, executed: true, ...none }, texts.results, false)).toEqual(['Freed 3.00 MiB.']);
    expect(pruneLines({ plan, executed: false, ...none }, texts.results, true).slice(-3)).toEqual([
      'Unused that stays: 1.00 MiB',
      'Would free 3.00 MiB.',
      texts.results.prune.dryRun,
    ]);
  });

  test('says so when there is nothing to do', () => {
    const nothing = { ...plan, packsRepacked: 0, packsDeleted: 0 };
    expect(pruneLines({ plan: nothing, executed: true, ...none }, texts.results, false)).toEqual([texts.results.prune.nothing]);
  });
});

describe('ls', () => {
  const listed: ListedEntry = {
    path: '/srv/two\nlines',
    name: 'two\nlines',
    type: 'symlink',
    size: 0,
    mode: 2 ** 27 + 0o777,
    mtime: '2026-03-01T08:00:00.123456789Z',
    atime: '2026-03-01T08:00:00Z',
    ctime: '2026-03-01T08:00:00Z',
    uid: 1000,
    gid: 100,
    user: 'ana',
    group: 'users',
    inode: 2n ** 63n,
    linktarget: '../\u001b[31m',
  };

  test('keeps a name on one line', () => {
    expect(listedLine(listed, false)).toBe('/srv/two\\nlines');
    expect(listedLine(listed, true)).toMatch(
      /^lrwxrwxrwx {2}1000 {3}100 {12}0 2026-0\d-\d\d \d\d:00:00 \/srv\/two\\nlines -> \.\.\/\\x1b\[31m$/,
    );
  });

  test('JSON keeps the name as it is and every digit of the inode', () => {
    expect(JSON.parse(JSON.stringify(listedObject(listed)))).toMatchObject({
      message_type: 'node',
      name: 'two\nlines',
      inode: '9223372036854775808',
      permissions: 'lrwxrwxrwx',
    });
  });

  test.each([
    ['file', 0o640, '-rw-r-----'],
    ['dir', 2 ** 31 + 2 ** 20 + 0o777, 'drwxrwxrwt'],
    ['file', 2 ** 23 + 0o755, '-rwsr-xr-x'],
    ['file', 2 ** 22 + 0o640, '-rw-r-S---'],
    ['irregular', 0, '?---------'],
  ])('mode of %s %d is %s', (type, mode, text) => {
    expect(modeText(type, mode)).toBe(text);
  });
});

test('the newest of each host and paths', () => {
  const entries = [
    entry('1', '2026-03-01T08:00:00Z'),
    entry('2', '2026-03-02T08:00:00Z', { hostname: 'office' }),
    entry('3', '2026-03-03T08:00:00Z'),
    entry('4', '2026-03-04T08:00:00Z', { paths: ['/other'] }),
  ];
  expect(newestOfEach(entries, 1).map(({ id: each }) => each[0])).toEqual(['2', '3', '4']);
  expect(newestOfEach(entries, 0)).toEqual([]);
});
