import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server, type Socket } from 'node:net';
import { detectMariadb } from '../../../../../src/main/sources/mariadb/detect.ts';
import { detectPostgresql } from '../../../../../src/main/sources/postgresql/detect.ts';
import { databaseError } from '../../../../../src/main/sources/server/database-error.ts';
import { Endings, endAtAbort } from '../../../../../src/main/sources/server/endings.ts';
import { accountsOf } from '../../../../../src/main/sources/server/service-account.ts';
import { serviceNames } from '../../../../../src/main/sources/server/windows-services.ts';
import { detectSqlserver } from '../../../../../src/main/sources/sqlserver/detect.ts';
import { LifeboatError } from '../../../../../src/shared/errors/index.ts';
import { ManualTime } from '../../../../support/manual-time.ts';

describe('failures of a database client', () => {
  const endpoint = { place: 'till:5432', user: 'u', database: 'd' };
  const meaning = (code: string) => (code === '3D000' ? ('missing' as const) : undefined);

  it('become codes without the words of the server', () => {
    const unique = Object.assign(new Error('Key (name)=(Ana Pérez) exists'), { code: '23505' });
    const failed = databaseError(unique, endpoint, meaning);
    expect(failed.report()).toEqual({ code: 'database-failed', data: { place: 'till:5432', reason: '23505' }, retryable: false });
    expect(failed.message).not.toContain('Ana');
    expect(databaseError({ code: '3D000' }, endpoint, meaning).code).toBe('database-missing');
    expect(databaseError(new Error('Connection terminated unexpectedly'), endpoint, meaning)).toMatchObject({
      code: 'database-unreachable',
      retryable: true,
    });
    expect(databaseError(Object.assign(new Error('x'), { errno: -111, code: 'ECONNREFUSED' }), endpoint, meaning).data).toMatchObject({
      reason: 'ECONNREFUSED',
    });
  });

  it('stay what they are when they are known already', () => {
    const known = new LifeboatError('aborted', {});
    expect(databaseError(known, endpoint, meaning)).toBe(known);
  });
});

describe('endings', () => {
  it('run backwards, once, all of them, and for everybody who waits', async () => {
    const done: string[] = [];
    const endings = new Endings();
    const step =
      (name: string, fails = false) =>
      async (): Promise<void> => {
        await Promise.resolve();
        done.push(name);
        if (fails) throw new Error(name);
      };
    endings.add(step('first'));
    endings.add(step('second', true));
    endings.add(step('third'));
    const both = await Promise.allSettled([endings.run(), endings.run()]);
    expect(done).toEqual(['third', 'second', 'first']);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it('run at an abort too', async () => {
    const aborting = new AbortController();
    const endings = new Endings();
    const done: string[] = [];
    endings.add(async () => await Promise.resolve(done.push('stopped')));
    endAtAbort(aborting.signal, endings);
    aborting.abort();
    await endings.run();
    expect(done).toEqual(['stopped']);
  });
});

describe('what a system tells', () => {
  it('knows accounts without rights of their own', () => {
    const accounts = accountsOf('root:x:0:0::/root:/bin/sh\npostgres:x:101:104::/:/bin/sh\nbroken\n');
    expect([...accounts.keys()]).toEqual(['postgres']);
    expect(accounts.get('postgres')).toEqual({ name: 'postgres', uid: 101, gid: 104 });
  });

  it('knows the names of Windows services', () => {
    const listing =
      '\r\nSERVICE_NAME: MSSQL$NEWTECH\r\nDISPLAY_NAME: SQL Server (NEWTECH)\r\n  TYPE : 10\r\n\r\nSERVICE_NAME: postgresql-x64-16\r\nDISPLAY_NAME: x\r\n';
    expect(serviceNames(listing)).toEqual(['MSSQL$NEWTECH', 'postgresql-x64-16']);
  });
});

describe('a search for servers', () => {
  const servers: Server[] = [];
  const sockets: Socket[] = [];
  const greetings = {
    postgresql: (first: Buffer) => (first.length === 8 ? Buffer.from('N') : undefined),
    sqlserver: (first: Buffer) => (first[0] === 0x12 ? Buffer.of(4, 1, 0, 20, 0, 0, 1, 0) : undefined),
  };
  const ports: Record<string, number> = {};
  const listen = async (name: string, react: (socket: Socket) => void): Promise<void> => {
    const server = createServer((socket) => {
      sockets.push(socket);
      react(socket);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ports[name] = (server.address() as { port: number }).port;
  };

  beforeAll(async () => {
    await listen('mariadb', (socket) => socket.on('error', () => undefined).write(Buffer.from('4a0000000a31302e31312e3138', 'hex')));
    for (const [name, greet] of Object.entries(greetings)) {
      await listen(name, (socket) => {
        socket.on('error', () => undefined);
        socket.once('data', (first) => {
          const answer = greet(first);
          if (answer === undefined) socket.destroy();
          else socket.write(answer);
        });
      });
    }
  });

  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    for (const server of servers) await new Promise((resolve) => server.close(resolve));
  });

  it('recognises each by its greeting and no other', async () => {
    const ground = { folders: [], clock: new ManualTime(), limit: 1000, signal: new AbortController().signal };
    const kindsAt = async (port = 1): Promise<string[]> => {
      const found = [await detectPostgresql(ground, port), await detectMariadb(ground, port), await detectSqlserver(ground, port)];
      return found.flat().map(({ source }) => source.kind);
    };
    expect(await kindsAt(ports['postgresql'])).toEqual(['postgresql']);
    expect(await kindsAt(ports['mariadb'])).toEqual(['mariadb']);
    expect(await kindsAt(ports['sqlserver'])).toEqual(['sqlserver']);
    expect(await kindsAt(1)).toEqual([]);
  });
});
