import { describe, expect, test } from '@jest/globals';
import type { ErrorCode, ErrorData, ErrorReport } from '../../../../src/shared/errors/index.ts';
import type { WarningCode } from '../../../../src/shared/model/progress.ts';
import { LANGUAGES, sentence, waitingSentence, warningSentence } from '../../../../src/shared/text/index.ts';

/** An example of each error; the compiler asks for a new one with each new code. */
const EXAMPLES: { [C in ErrorCode]: ErrorData[C] } = {
  'vault-missing': { reason: 'locked' },
  'vault-entry-missing': { name: 'pc-key' },
  'vault-not-kept': { name: 'pc-key' },
  'credential-unreadable': { name: 'destination:azure' },
  'kit-code-unreadable': { line: 3 },
  'kit-key-wrong': {},
  'place-in-source': { location: '/data/copies', source: 'Documents', folder: '/data' },
  'kit-place-unsafe': { path: '/mnt/usb/kit.pdf', reason: 'destination' },
  'recovery-key-invalid': { reason: 'checksum', group: 4 },
  'recovery-key-refused': { location: '/mnt/usb' },
  'no-copies-there': { location: '/mnt/usb' },
  'seal-missing': { location: '/mnt/usb' },
  'installation-in-use': {},
  'installation-retired': { location: '/mnt/usb', since: '2026-11-20T16:00:00.000Z' },
  'owner-not-answering': {},
  'owner-runs-already': {},
  'confirmation-missing': {},
  'proof-failed': { findings: 2 },
  'damage-found': { damaged: 1 },
  'config-missing': { location: '/mnt/usb' },
  'repository-not-found': { location: '/mnt/usb' },
  'repository-exists': { location: '/mnt/usb' },
  'repository-version-unsupported': { location: '/mnt/usb', version: 7 },
  'wrong-password': { location: '/mnt/usb' },
  'password-missing': {},
  'passwords-differ': {},
  'password-command-failed': { command: 'pass', exitCode: 2 },
  'repository-locked': {
    location: '/mnt/usb',
    hostname: 'counter-1',
    username: 'ana',
    pid: 42,
    since: '2026-03-01T08:00:00Z',
    exclusive: true,
  },
  'lock-lost': { location: '/mnt/usb' },
  'file-not-found': { type: 'index', name: 'abcd' },
  'file-exists': { type: 'data', name: 'abcd' },
  'file-damaged': { type: 'snapshots', name: 'abcd', detail: 'wrong-authentication' },
  'blob-damaged': { blob: 'abcd', pack: 'ef01', detail: 'wrong-hash' },
  'blob-not-found': { blob: 'abcd', type: 'data' },
  'tree-damaged': { tree: 'abcd', detail: 'unsorted' },
  'latest-uncertain': { files: 1 },
  'snapshot-not-found': { snapshot: 'abcd' },
  'id-ambiguous': { prefix: 'a', type: 'snapshot' },
  'key-not-found': { key: 'abcd' },
  'key-in-use': { key: 'abcd' },
  'path-not-found': { path: '/rx.db', snapshot: 'abcd' },
  'not-a-file': { path: '/scans' },
  'source-not-found': { path: '/srv/pharmacy' },
  'source-unreadable': { path: '/srv/pharmacy', reason: 'EACCES' },
  'source-empty': { path: '/srv/pharmacy', previousFiles: 1200 },
  'no-source': {},
  'source-command-failed': { command: 'pg_dump', exitCode: 1 },
  'source-busy': { path: '/srv/rx.db' },
  'source-in-use': { path: '/srv/rx.db' },
  'source-not-a-database': { path: '/srv/rx.db' },
  'source-damaged': { path: '/srv/rx.db', detail: 'malformed' },
  'database-exists': { name: 'rx' },
  'database-unreachable': { place: '127.0.0.1:5432', reason: 'ECONNREFUSED' },
  'database-refused': { place: '127.0.0.1:5432', user: 'lifeboat' },
  'database-missing': { place: '127.0.0.1:5432', name: 'rx' },
  'database-rights-missing': { place: '127.0.0.1:5432', user: 'lifeboat' },
  'database-failed': { place: '127.0.0.1:5432', reason: '42601' },
  'dump-damaged': { file: '/scratch/database.dump' },
  'tool-outdated': { tool: 'pg_dump', version: '15.4', needed: '17' },
  'scratch-server-failed': { product: 'PostgreSQL', detail: 'no space' },
  'question-refused': { name: 'Last Rx number' },
  'tool-missing': { tool: 'pg_dump' },
  'tool-failed': { tool: 'pg_dump', exitCode: 1, detail: 'no connection' },
  'target-unsafe': { path: '/srv/pharmacy/x', reason: 'inside-source' },
  'name-unsafe': { name: '../x' },
  'restore-too-large': { entries: 4_000_000 },
  'save-lost': { location: '/mnt/usb', type: 'data', name: 'abcd' },
  'no-space': { path: '/mnt/usb' },
  'read-only': { path: '/mnt/usb' },
  'folder-not-found': { path: '/mnt/usb/scans' },
  'not-a-folder': { path: '/mnt/usb/rx.db' },
  'permission-denied': { path: '/mnt/usb' },
  'place-unreachable': { location: '//nas/backup', reason: 'EHOSTUNREACH' },
  'io-failed': { path: '/mnt/usb', reason: 'EIO' },
  'value-invalid': { name: '--keep-last', value: 'x', expected: '7' },
  'credential-missing': { location: 'azure:box' },
  'credential-refused': { location: 'azure:box' },
  'connection-insecure': { location: 'azure:box' },
  'removal-not-permitted': { location: 'azure:box' },
  'locked-until': { type: 'data', name: 'abcd' },
  'location-invalid': { location: 'foo:bar' },
  'location-missing': {},
  'prune-unsafe': { missingBlobs: 3 },
  'index-incomplete': { files: 2 },
  'policy-empty': {},
  aborted: {},
  'engine-died': { detail: 'worker' },
  'mail-not-set-up': {},
  'mail-unreachable': { host: 'mail.example.com', reason: 'ECONNREFUSED' },
  'mail-refused': { host: 'mail.example.com' },
  'mail-rejected': { host: 'mail.example.com' },
  'store-damaged': { path: '/profile/lifeboat.sqlite', detail: 'jobs 17' },
  'store-too-new': { path: '/profile/lifeboat.sqlite', version: 9, known: 1 },
  'seal-unreadable': { file: 'settings.json' },
  'bootstrap-damaged': { path: '/profile/bootstrap.json' },
  'profile-unsafe': { path: '/profile', reason: 'writable-by-others' },
  'not-set-up': {},
  'setup-file-invalid': { path: '/setup.json', problem: 'wrong', field: 'sources[0].port', expected: 'a number' },
  'secret-missing': { variable: 'PG_PASSWORD', field: 'sources[0].password' },
  'recovery-key-missing': {},
  internal: { detail: 'oops' },
};
const REPORTS = (Object.keys(EXAMPLES) as ErrorCode[]).map((code): ErrorReport => ({ code, data: EXAMPLES[code], retryable: false }));

const WARNINGS: Record<WarningCode, true> = {
  unreadable: true,
  'source-not-found': true,
  'changed-while-read': true,
  vanished: true,
  'metadata-incomplete': true,
  'special-file': true,
  'source-empty': true,
  'not-restored': true,
  'name-unsafe': true,
  renamed: true,
  damaged: true,
  'snapshot-unreadable': true,
};

describe.each(LANGUAGES)('sentences in %s', (language) => {
  test.each(REPORTS)('$code is a whole sentence without holes or codes', (report) => {
    const text = sentence(report, language);
    expect(text).toMatch(/^["«¿\p{Lu}/].*\.$/u);
    expect(text).not.toMatch(/undefined|\[object|NaN|\bE[A-Z]{3,}\b|\n| {2}/);
  });

  test.each(Object.keys(WARNINGS) as WarningCode[])('the warning %s names the entry and gives the reason in words', (code) => {
    // Of a renamed entry the detail is its new name, of the others a reason.
    const detail = code === 'renamed' ? 'rx (2).db' : 'EACCES';
    const text = warningSentence({ code, path: '/srv/rx.db', detail }, language);
    expect(text).toContain('/srv/rx.db');
    expect(text).toMatch(/\.$/);
    expect(text).not.toMatch(/undefined|EACCES/);
    expect(warningSentence({ code, path: '/srv/rx.db' }, language)).not.toMatch(/undefined|\(\)/);
  });
});

test.each(LANGUAGES)('a wait is told with its length, whatever the reason, in %s', (language) => {
  for (const code of ['place-unreachable', 'io-failed'] as const)
    expect(waitingSentence({ kind: 'waiting', code, seconds: 8 }, language)).toMatch(/^\p{Lu}.* 8 s\.$/u);
});

describe('sentences', () => {
  test('each language says each in its own words', () => {
    const same = REPORTS.filter((report) => sentence(report, 'en') === sentence(report, 'es'));
    expect(same).toEqual([]);
  });

  test('a short name of the system that nobody knows is shown as it is', () => {
    expect(sentence({ code: 'io-failed', data: { path: '/x', reason: 'EWEIRD' }, retryable: false }, 'en')).toBe(
      'Reading or writing /x failed: EWEIRD.',
    );
  });

  test('the lock says who, where and since when', () => {
    const text = sentence({ code: 'repository-locked', data: EXAMPLES['repository-locked'], retryable: true }, 'en');
    expect(text).toMatch(/in use by ana on counter-1 \(process 42\) since 2026-0[23]-\d\d \d\d:\d\d:00\./);
  });
});
