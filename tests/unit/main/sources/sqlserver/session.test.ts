import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { connectSqlServer } from '../../../../../src/main/sources/sqlserver/connection.ts';
import type { SqlserverPlace } from '../../../../../src/main/sources/sqlserver/place.ts';
import { scratchFolder } from '../../../../support/scratch.ts';
import { type Answer, TdsServer } from '../../../../support/tds-server.ts';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const withOpenssl = hasOpenssl ? describe : describe.skip;

withOpenssl('a session of the real client, encrypted', () => {
  const scratch = scratchFolder();
  const answers: Record<string, Answer> = {
    names: {
      rows: [
        ['größe', '7'],
        [null, "it's"],
      ],
    },
    nothing: { rows: [] },
    refused: { error: 262 },
    broken: { error: 3241 },
    long: 'when-stopped',
  };
  let server: TdsServer;
  let place: SqlserverPlace;

  beforeAll(async () => {
    server = new TdsServer(scratch.path, (sql) => answers[sql] ?? { rows: [['1']] });
    const port = await server.listen();
    place = {
      host: '127.0.0.1',
      instance: undefined,
      port,
      user: 'u',
      password: 'secret-4711',
      database: 'd',
      trustServerCertificate: true,
    };
  });

  afterAll(async () => {
    await server?.close();
    scratch.remove();
  });

  it('runs batches as they are, gives cells, and knows errors by their number alone', async () => {
    const connection = await connectSqlServer(place, new AbortController().signal);
    expect(await connection.query('names')).toEqual([
      ['größe', '7'],
      [null, "it's"],
    ]);
    expect(await connection.query('nothing')).toEqual([]);
    await expect(connection.query('refused')).rejects.toMatchObject({ code: 'database-rights-missing', data: { user: 'u' } });
    const broken = connection.query('broken', 5000);
    await expect(broken).rejects.toMatchObject({ code: 'database-failed', data: { place: `127.0.0.1:${place.port}`, reason: '3241' } });
    await expect(broken).rejects.not.toThrow(/Ana/);
    await connection.end();
    await connection.end();
    expect(server.batches).toEqual(expect.arrayContaining(['names', 'nothing', 'refused', 'broken']));
  });

  it('refuses a certificate nobody vouches for where it must not be trusted', async () => {
    const strict = connectSqlServer({ ...place, trustServerCertificate: false }, new AbortController().signal);
    await expect(strict).rejects.toMatchObject({ code: 'database-unreachable' });
  });

  it('ends with an abort', async () => {
    const aborting = new AbortController();
    const connection = await connectSqlServer(place, aborting.signal);
    aborting.abort();
    await expect(connection.query('names')).rejects.toThrow();
    await connection.end();
  });

  it('stops a statement that is under way at an abort', async () => {
    const aborting = new AbortController();
    const connection = await connectSqlServer(place, aborting.signal);
    const asked = connection.query('long');
    while (!server.batches.includes('long')) await pause(1);
    aborting.abort();
    await expect(asked).rejects.toBe(aborting.signal.reason);
    await connection.end();
    expect(server.stops).toBe(1);
  });

  it('gives up a server at an abort that has fallen silent', async () => {
    const aborting = new AbortController();
    const connection = await connectSqlServer(place, aborting.signal);
    await connection.query('names');
    const before = { asked: server.asked, stops: server.stops };
    server.isFrozen = true;
    try {
      const asked = connection.query('names');
      while (server.asked === before.asked) await pause(1);
      aborting.abort();
      await expect(asked).rejects.toBe(aborting.signal.reason);
      await connection.end();
      // It was asked the statement itself, and to stop it: the client's own question beforehand would have waited longer.
      expect(server.stops).toBe(before.stops + 1);
    } finally {
      server.isFrozen = false;
    }
  });
});
