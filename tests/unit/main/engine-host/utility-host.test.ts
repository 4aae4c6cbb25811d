import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { connectHost } from '../../../../src/main/engine-host/remote-host.ts';
import { utilityHost } from '../../../../src/main/engine-host/utility-host.ts';
import { thisIdentity } from '../../../../src/main/identity.ts';
import { launchUtility } from '../../../support/electron/utility-process.ts';

const OPTIONS = { identity: thisIdentity(process.env), program: 'lifeboat test', threads: 1 };

describe('an engine in a utility process', () => {
  it('answers, and ends by itself when it is asked to', async () => {
    const started = await utilityHost(launchUtility)(OPTIONS);
    expect(started.pid).toBeGreaterThan(0);
    const host = connectHost(started.port, () => Promise.resolve());
    await host.setBandwidth({});
    started.end(false);
    expect(await started.ended).toBe('exit code 0');
    started.end(false);
  });

  it('gives up what it does when it is asked to end in the middle', async () => {
    const started = await utilityHost(launchUtility)(OPTIONS);
    const host = connectHost(started.port, () => Promise.resolve());
    const detection = host.detect();
    started.end(false);
    await expect(detection).rejects.toMatchObject({ code: expect.stringMatching(/^(aborted|engine-died)$/) });
    expect(await started.ended).toBe('exit code 0');
  });

  it('is killed by force, and whoever waits for an answer hears of it', async () => {
    const started = await utilityHost(launchUtility)(OPTIONS);
    const host = connectHost(started.port, () => Promise.resolve());
    const detection = host.detect();
    started.end(true);
    await expect(detection).rejects.toMatchObject({ code: 'engine-died' });
    await started.ended;
  });

  it('that cannot start says so', async () => {
    const program = join(mkdtempSync(join(tmpdir(), 'lifeboat-')), 'broken.mjs');
    writeFileSync(program, 'process.exit(3);');
    await expect(utilityHost(() => launchUtility(program))(OPTIONS)).rejects.toThrow('exit code 3');
  });
});
