import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server, type Socket } from 'node:net';
import { sqlserverKind } from '../../../../../src/main/sources/sqlserver/index.ts';
import { sqlserverSourceSchema } from '../../../../../src/shared/model/source.ts';
import { scratchFolder } from '../../../../support/scratch.ts';
import { sourceContext } from '../../../../support/source-world.ts';

describe('the real SQL Server client', () => {
  const sockets: Socket[] = [];
  const serve = async (react: (socket: Socket) => void): Promise<{ server: Server; port: number }> => {
    const server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      react(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { server, port: (server.address() as { port: number }).port };
  };
  const look = async (port: number): Promise<unknown> => {
    const scratch = scratchFolder();
    const source = sqlserverSourceSchema.parse({
      kind: 'sqlserver',
      id: 'x',
      name: 'x',
      tier: 'critical',
      host: '127.0.0.1',
      port,
      database: 'd',
      user: 'u',
      backupFolder: { onServer: '/a', here: '/a' },
    });
    try {
      return await sqlserverKind.look(source, await sourceContext(scratch.path, { secrets: { password: 'pw' } }));
    } finally {
      scratch.remove();
    }
  };
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
  });

  it('says that nobody answers, or that what answers hangs up', async () => {
    const { server, port } = await serve((socket) => socket.destroy());
    await expect(look(port)).rejects.toMatchObject({ code: 'database-unreachable', retryable: true });
    await new Promise((resolve) => server.close(resolve));
    await expect(look(port)).rejects.toMatchObject({ code: 'database-unreachable', retryable: true });
  });

  it('sends no password to a server that cannot encrypt', async () => {
    const received: Buffer[] = [];
    // A PRELOGIN answer: version, and encryption "not supported" (2).
    const answer = Buffer.of(4, 1, 0, 26, 0, 0, 1, 0, 0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xff, 16, 0, 0, 0, 0, 0, 2);
    const { server, port } = await serve((socket) => {
      socket.on('data', (piece) => {
        received.push(piece);
        socket.write(answer);
      });
    });
    await expect(look(port)).rejects.toMatchObject({ code: expect.stringMatching(/^database-/) as unknown });
    expect(Buffer.concat(received)[0]).toBe(0x12);
    expect(Buffer.concat(received).length).toBeLessThan(120);
    const closing = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closing;
  });
});
