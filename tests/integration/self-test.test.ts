import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenedApp } from '../../src/main/app.ts';
import { sourceSchema } from '../../src/shared/model/source.ts';
import { answered, openOwner, setUp, smallSources } from '../support/pharmacy-app.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { TdsServer } from '../support/tds-server.ts';

/** The whole way from a face to a server's protocol; what a real server does with the statements nobody here can try. */
(spawnSync('openssl', ['version']).status === 0 ? describe : describe.skip)("a test of the pharmacy's own SQL Server", () => {
  let scratch: Scratch;
  let app: OpenedApp;
  let server: TdsServer;

  beforeAll(async () => {
    scratch = scratchFolder();
    const shared = join(scratch.path, 'shared');
    for (const folder of [shared, join(scratch.path, 'data')]) mkdirSync(folder);
    server = new TdsServer(scratch.path, (sql) => (sql.startsWith('CREATE DATABASE') ? { error: 262 } : { rows: [['1']] }));
    const port = await server.listen();
    app = await openOwner(join(scratch.path, 'profile'));
    await setUp(app.client());
    const source = sourceSchema.parse({
      kind: 'sqlserver',
      id: 'dispensing',
      name: 'Dispensing',
      tier: 'critical',
      host: '127.0.0.1',
      port,
      database: 'pharmacy',
      user: 'lifeboat',
      trustServerCertificate: true,
      backupFolder: { onServer: 'D:\\Shared', here: shared },
    });
    await answered(app.client().sources.put({ source, credentials: { dispensing: { password: 'Zk-4711-geheim' } } }));
    await app.client().sources.put({ source: smallSources(join(scratch.path, 'data')).scans });
  });
  afterAll(async () => {
    await app?.close();
    await server?.close();
    scratch?.remove();
  });

  it('says how far it got, and cleans up', async () => {
    const [result, ...others] = await answered(app.client().sources.selfTest({ id: 'dispensing' }));
    expect(others).toEqual([]);
    expect(result).toMatchObject({
      part: 'dispensing',
      passed: false,
      steps: [
        { step: 'connect', passed: true },
        { step: 'create', passed: false, error: { code: 'database-rights-missing' } },
        { step: 'clean-up', passed: true },
      ],
    });
    expect(server.batches.filter((sql) => sql.includes('DROP DATABASE') && !sql.includes('lifeboat_selftest_'))).toEqual([]);
  });

  it('is not possible where there is no such server', async () => {
    await expect(app.client().sources.selfTest({ id: 'scans' })).rejects.toMatchObject({ data: { code: 'value-invalid' } });
  });
});
