import { describe, expect, test } from '@jest/globals';
import type { SourceWarningCode } from '../../../../src/shared/model/source-warning.ts';
import { LANGUAGES, sourceWarningSentence } from '../../../../src/shared/text/index.ts';

/** An example of each detail; the compiler asks for a new one with each new code. */
const DETAILS: { [C in SourceWarningCode]: string | undefined } = {
  'crash-consistent-only': '/srv/scans/live.db-wal',
  'tables-not-covered': 'sessions',
  'accounts-not-covered': undefined,
  'file-locked': 'permission-denied',
  'database-left': 'pharmacy_restored_20261124180500',
  'vendor-file-old': '2026-11-20T10:00:00.000Z',
  'vendor-file-shrunk': undefined,
  'vendor-file-growing': undefined,
  'vendor-file-unreadable': undefined,
  'question-failed': 'Last Rx number',
  'tool-older-than-server': '14 < 15',
};
const CODES = Object.keys(DETAILS) as SourceWarningCode[];

describe.each(LANGUAGES)('warnings about sources in %s', (language) => {
  test.each(CODES)('%s names the source and is whole with and without its detail', (code) => {
    const detail = DETAILS[code];
    for (const text of [
      sourceWarningSentence({ code, ...(detail !== undefined && { detail }) }, 'Scans', language),
      sourceWarningSentence({ code }, 'Scans', language),
    ]) {
      expect(text).toContain('Scans');
      expect(text).toMatch(/^\p{Lu}.*\.$/u);
      expect(text).not.toMatch(/undefined|\(\)|T10:00|Invalid/);
    }
  });
});

test('each language says each in its own words', () => {
  for (const code of CODES) expect(sourceWarningSentence({ code }, 'x', 'es')).not.toBe(sourceWarningSentence({ code }, 'x', 'en'));
});
