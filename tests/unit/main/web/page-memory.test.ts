import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readPageMemory, writePageMemory } from '../../../../src/main/web/page-memory.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';

const MEMORY = { savedAt: '2026-11-20T16:00:00.000Z', port: 4711, pages: [{ digest: 'abc', endsAt: '2026-11-21T04:00:00.000Z' }] };

describe('what stays of browser pages', () => {
  let scratch: Scratch;
  let path: string;
  beforeEach(() => {
    scratch = scratchFolder();
    path = join(scratch.path, 'pages.json');
  });
  afterEach(() => scratch.remove());

  it('is read back as it was written, in a file for its account alone', () => {
    writePageMemory(path, MEMORY);
    expect(readPageMemory(path)).toEqual({ format: 1, ...MEMORY });
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['nothing', ''],
    ['half of it', '{"format":1,"savedAt":"2026'],
    ['another format', JSON.stringify({ format: 2, ...MEMORY })],
    ['a port that is none', JSON.stringify({ format: 1, ...MEMORY, port: 70_000 })],
    ['a list', '[]'],
  ])('is nothing where the file holds %s', (_what, text) => {
    writeFileSync(path, text);
    expect(readPageMemory(path)).toBeUndefined();
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('is nothing where there is no file', () => expect(readPageMemory(path)).toBeUndefined());
});
