import { once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { OpenedApp } from '../../../../../src/main/app.ts';
import { pipeToOwner } from '../../../../../src/main/electron/line/pipe-to-owner.ts';
import { LifeboatError } from '../../../../../src/shared/errors/index.ts';
import { profileAt } from '../../../../../src/main/profile/index.ts';
import { type FaceClient, openFaceSocket } from '../../../../../src/main/web/index.ts';
import { firstWord, pagePortOf } from '../../../../support/electron/message-port.ts';
import { openOwner } from '../../../../support/pharmacy-app.ts';
import { type Scratch, scratchFolder } from '../../../../support/scratch.ts';

describe('a page joined with the owner process', () => {
  let scratch: Scratch;
  let app: OpenedApp;
  beforeEach(async () => {
    scratch = scratchFolder();
    app = await openOwner(scratch.path);
  });
  afterEach(async () => {
    await app.close();
    scratch.remove();
  });

  async function join(): Promise<MessagePort> {
    const { port1, port2 } = new MessageChannel();
    const word = firstWord(port2);
    await pipeToOwner(pagePortOf(port1), { open: async () => await openFaceSocket(profileAt(scratch.path)), problemNow: () => undefined });
    expect(await word).toEqual({ line: 'open' });
    return port2;
  }
  const clientOf = (port: MessagePort): FaceClient => createORPCClient(new RPCLink({ port }));

  it('asks the contract, hears of changes, and gets errors as codes', async () => {
    const port = await join();
    const client = clientOf(port);
    expect(await client.status.get()).toMatchObject({ isSetUp: false });
    await expect(client.runs.get({ id: 'none' })).rejects.toMatchObject({ code: 'LIFEBOAT', data: { code: 'value-invalid' } });
    const changes = await client.status.changes();
    const heard = changes.next();
    await client.status.pause({ until: '2027-01-01T00:00:00Z' });
    expect((await heard).value).toMatchObject({ what: expect.any(String) });
    port.close();
  });

  it('hears a close when the owner ends, and asks the next one', async () => {
    const port = await join();
    expect(await clientOf(port).status.get()).toMatchObject({ isSetUp: false });
    const closed = once(port, 'close');
    await app.close();
    await closed;
    app = await openOwner(scratch.path);
    const next = await join();
    expect(await clientOf(next).status.get()).toMatchObject({ isSetUp: false });
    next.close();
  });

  it.each([
    ['bytes', new Uint8Array([1, 2, 3])],
    ['an object', { path: ['status', 'get'] }],
    ['nothing', undefined],
  ])('that says %s is hung up on, and the owner goes on', async (_what, message) => {
    const port = await join();
    const closed = once(port, 'close');
    port.postMessage(message);
    await closed;
    expect(await app.client().status.get()).toMatchObject({ isSetUp: false });
  });

  it('that says nonsense in words gets no answer, and can go on', async () => {
    const quiet = console.error;
    console.error = () => undefined;
    const port = await join();
    port.postMessage('}{');
    expect(await clientOf(port).status.get()).toMatchObject({ isSetUp: false });
    port.close();
    console.error = quiet;
  });

  it.each([['nothing is known', undefined] as const, ['it cannot begin', new LifeboatError('owner-runs-already', {}).report()] as const])(
    'hears that nobody listens, and a close (%s)',
    async (_what, problem) => {
      const { port1, port2 } = new MessageChannel();
      const closed = once(port2, 'close');
      const word = firstWord(port2);
      const open = async () => await openFaceSocket(profileAt(`${scratch.path}/nobody`));
      await pipeToOwner(pagePortOf(port1), { open, problemNow: () => problem });
      expect(await word).toEqual({ line: 'none', problem });
      await expect(closed).resolves.toBeDefined();
    },
  );

  it('that left before the line was there leaves no socket behind', async () => {
    const { port1, port2 } = new MessageChannel();
    const left = once(port1, 'close');
    const { promise: hungUp, resolve } = Promise.withResolvers<string>();
    const open = async () => {
      port2.close();
      await left;
      const socket = await openFaceSocket(profileAt(scratch.path));
      socket?.once('close', () => resolve('hung up'));
      return socket;
    };
    const piped = pipeToOwner(pagePortOf(port1), { open, problemNow: () => undefined });
    await piped;
    expect(await hungUp).toBe('hung up');
  });
});
