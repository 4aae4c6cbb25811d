import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import type { OpenedApp } from '../../src/main/app.ts';
import type { FaceClient, WebServer } from '../../src/main/web/index.ts';
import { openOwner } from '../support/pharmacy-app.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

describe('the app for a browser', () => {
  let scratch: Scratch;
  let app: OpenedApp;
  let web: WebServer;
  beforeAll(async () => {
    scratch = scratchFolder();
    mkdirSync(join(scratch.path, 'page'));
    writeFileSync(join(scratch.path, 'page', 'index.html'), '<title>Lifeboat</title>');
    app = await openOwner(join(scratch.path, 'profile'), { pageFolder: join(scratch.path, 'page') });
    web = await app.serve({ port: 0 });
  });
  afterAll(async () => {
    await app.close();
    scratch.remove();
  });

  interface Answer {
    status: number;
    headers: Record<string, string | string[] | undefined>;
    body: string;
  }

  /** A request as anybody on this machine could make it: every header and path as given. */
  async function ask(path: string, { method = 'GET', host = `127.0.0.1:${web.port}` } = {}): Promise<Answer> {
    const sent = request({ port: web.port, host: '127.0.0.1', path, method, headers: { host }, agent: false });
    sent.end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() };
  }

  async function signIn(): Promise<string> {
    const { headers } = await ask(web.newLink().slice(`http://127.0.0.1:${web.port}`.length));
    return String(headers['set-cookie']).split(';')[0] ?? '';
  }

  /** A page's socket: undefined if the server refuses it. */
  async function open(headers: Record<string, string>, path = '/rpc'): Promise<WebSocket | undefined> {
    const socket = new WebSocket(`ws://127.0.0.1:${web.port}${path}`, { headers });
    return await new Promise((resolve) => {
      socket.once('open', () => resolve(socket));
      socket.once('error', () => resolve(undefined));
    });
  }

  async function openSignedIn(): Promise<WebSocket> {
    const socket = await open({ origin: `http://127.0.0.1:${web.port}`, cookie: await signIn() });
    if (socket === undefined) throw new Error('refused');
    return socket;
  }

  function clientOf(socket: WebSocket): FaceClient {
    return createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }));
  }

  it('lets a page that followed the link ask', async () => {
    const socket = await openSignedIn();
    const status = await clientOf(socket).status.get();
    expect(status).toMatchObject({ isSetUp: false });
    socket.terminate();
  });

  it('takes a link once', async () => {
    const path = web.newLink().slice(`http://127.0.0.1:${web.port}`.length);
    expect(await ask(path, { host: 'evil.example' })).toMatchObject({ status: 421 });
    const first = await ask(path);
    expect(first).toMatchObject({ status: 303, headers: { location: '/', 'cache-control': 'no-store' } });
    expect(String(first.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    const second = await ask(path);
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect((await ask('/sign-in')).status).toBe(403);
  });

  it('gives the page with its policy, and takes nothing but GET', async () => {
    const page = await ask('/');
    expect(page).toMatchObject({ status: 200, body: '<title>Lifeboat</title>' });
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await ask('/', { method: 'POST' })).status).toBe(405);
  });

  it('answers no name but its own, so that a foreign name that leads here finds nothing', async () => {
    for (const host of ['evil.example', `evil.example:${web.port}`, '127.0.0.1', `127.0.0.1:${web.port + 1}`]) {
      expect(await ask('/', { host })).toMatchObject({ status: 421 });
    }
  });

  it('refuses a socket without sign-in, of another origin, by another name, or elsewhere', async () => {
    const origin = `http://127.0.0.1:${web.port}`;
    const cookie = await signIn();
    expect(await open({ origin })).toBeUndefined();
    expect(await open({ origin, cookie: 'lifeboat-session=made-up' })).toBeUndefined();
    expect(await open({ origin: 'http://evil.example', cookie })).toBeUndefined();
    expect(await open({ cookie })).toBeUndefined();
    expect(await open({ origin, cookie, host: `evil.example:${web.port}` })).toBeUndefined();
    expect(await open({ origin, cookie }, '/other')).toBeUndefined();
    const socket = await open({ origin, cookie });
    expect(socket).toBeDefined();
    socket?.terminate();
  });

  it.each(['//', '//[', '/%', 'http://[', '*', '/sign-in?code=%E0%A4%A'])('goes on after a request for %j', async (path) => {
    expect((await ask(path)).status).toBeGreaterThanOrEqual(400);
    expect((await ask('/')).status).toBe(200);
  });

  it('goes on after refused sockets that break off, and lets go of those that stay', async () => {
    const head = `GET /rpc HTTP/1.1\r\nHost: 127.0.0.1:${web.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
    const broken = Array.from({ length: 20 }, async () => {
      const socket = connect(web.port, '127.0.0.1');
      await once(socket, 'connect');
      socket.write(head + 'x'.repeat(100_000));
      socket.resetAndDestroy();
    });
    await Promise.all(broken);
    const staying = connect({ port: web.port, host: '127.0.0.1', allowHalfOpen: true });
    staying.write(head);
    staying.resume();
    await once(staying, 'end');
    // A door that is closed says so to whoever goes on writing.
    staying.on('error', () => undefined);
    while (!staying.destroyed) {
      staying.write('more');
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await ask('/')).status).toBe(200);
  });

  it.each([
    ['text that is no request', '}{'],
    ['another shape', '[1,2,3]'],
    ['nothing', ''],
    ['bytes', Buffer.from([0, 255, 0, 255])],
  ])('goes on after a message of %s', async (_what, message) => {
    const quiet = console.error;
    console.error = () => undefined;
    try {
      const socket = await openSignedIn();
      socket.send(message);
      expect(await clientOf(socket).status.get()).toMatchObject({ isSetUp: false });
      socket.terminate();
    } finally {
      console.error = quiet;
    }
  });

  it('closes on a message that is too large, and goes on', async () => {
    const socket = await openSignedIn();
    const closed = once(socket, 'close');
    socket.send('x'.repeat(5 * 1024 * 1024));
    const [code] = (await closed) as [number];
    expect([1006, 1009]).toContain(code);
    expect((await ask('/')).status).toBe(200);
  });

  it('tells an error as a code and its data, and never repeats what was given', async () => {
    const socket = await openSignedIn();
    const client = clientOf(socket);
    const answers: string[] = [];
    socket.on('message', (data: Buffer) => answers.push(data.toString()));
    await expect(client.runs.get({ id: 'none' })).rejects.toMatchObject({ code: 'LIFEBOAT', data: { code: 'value-invalid' } });
    const wrong = { holder: 'nobody', key: 'the secret key' } as unknown as Parameters<FaceClient['kit']['test']>[0];
    await expect(client.kit.test(wrong)).rejects.toMatchObject({
      code: 'LIFEBOAT',
      data: { code: 'value-invalid', data: { name: 'holder' }, retryable: false },
    });
    expect(answers).toHaveLength(2);
    expect(answers.join()).not.toMatch(/the secret key|at .*\.ts|stack/);
    socket.terminate();
  });

  it('lets a page hear of changes until it leaves', async () => {
    const socket = await openSignedIn();
    const client = clientOf(socket);
    const changes = await client.status.changes();
    const heard = changes.next();
    await client.status.pause({ until: '2027-01-01T00:00:00Z' });
    expect((await heard).value).toMatchObject({ what: expect.any(String) });
    socket.terminate();
    await expect(changes.next()).rejects.toThrow();
    expect((await ask('/')).status).toBe(200);
  });
});
