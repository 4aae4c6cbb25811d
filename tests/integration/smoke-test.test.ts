import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { smokeTest } from '../../src/main/electron/smoke-test/run.ts';
import { forkHost } from '../../src/main/engine-host/index.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

describe('the smoke test of the installed program', () => {
  let scratch: Scratch;
  let pageFolder: string;
  beforeEach(() => {
    scratch = scratchFolder();
    pageFolder = join(scratch.path, 'page');
    mkdirSync(pageFolder);
    writeFileSync(join(pageFolder, 'index.html'), '<title>Lifeboat</title>');
  });
  afterEach(() => scratch.remove());

  const profiles = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('lifeboat-smoke-'));

  it('boots store, vault, engine and page, says with which program, and leaves nothing behind', async () => {
    const before = profiles();
    const report = await smokeTest({ startHost: forkHost, pageFolder });
    expect(report).toMatchObject({ passed: true, steps: { page: 'ok', owner: 'ok', engine: 'ok' } });
    expect(report.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(report.runtime.node).toBe(process.versions.node);
    expect(profiles()).toEqual(before);
  });

  it('says that the page is not there, and goes on with the rest', async () => {
    const { passed, steps } = await smokeTest({ startHost: forkHost, pageFolder: join(scratch.path, 'nowhere') });
    expect(passed).toBe(false);
    expect(steps).toMatchObject({ owner: 'ok', engine: 'ok', page: expect.stringContaining('404') });
  });

  it('says that no engine process starts, and leaves nothing behind', async () => {
    const before = profiles();
    const startHost = async () => await Promise.reject(new Error('blocked by policy'));
    const { passed, steps } = await smokeTest({ startHost, pageFolder });
    expect(passed).toBe(false);
    expect(steps['page']).toBe('ok');
    expect(steps['owner']).not.toBe('ok');
    expect(steps['engine']).toContain('no engine process was started');
    expect(profiles()).toEqual(before);
  });
});
