import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import type { OpenedApp } from '../../src/main/app.ts';
import type { WebServer } from '../../src/main/web/index.ts';
import { TestPageKey } from '../support/page-key.ts';
import { openOwner } from '../support/pharmacy-app.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

describe('a browser page whose owner process starts anew', () => {
  let scratch: Scratch;
  let profile: string;
  const opened: OpenedApp[] = [];
  beforeEach(() => {
    scratch = scratchFolder();
    profile = join(scratch.path, 'profile');
  });
  afterEach(async () => {
    for (const app of opened.splice(0)) await app.close();
    scratch.remove();
  });

  async function serve(folder = profile, port?: number): Promise<{ app: OpenedApp; web: WebServer }> {
    const app = await openOwner(folder);
    opened.push(app);
    return { app, web: await app.serve({ port }) };
  }

  async function stop(app: OpenedApp): Promise<void> {
    opened.splice(opened.indexOf(app), 1);
    await app.close();
  }

  /** A page as a browser has it: its cookies, and a key of its own. */
  class Page {
    readonly key = new TestPageKey();
    readonly cookies = new Map<string, string>();
    private readonly address: string;

    constructor({ port }: WebServer) {
      this.address = `http://127.0.0.1:${port}`;
    }

    async ask(path: string, { address = this.address, ...init }: RequestInit & { address?: string } = {}): Promise<Response> {
      const response = await fetch(`${address}${path}`, { redirect: 'manual', ...init, headers: { ...this.headers(), ...init.headers } });
      for (const line of response.headers.getSetCookie()) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
        this.cookies.set(name, value);
      }
      return response;
    }

    async signIn(web: WebServer): Promise<void> {
      expect((await this.ask(web.newLink().slice(this.address.length))).status).toBe(303);
    }

    /** Shows the key, as every page does that asks for a session; the status of the answer. */
    async comeBack(address = this.address): Promise<number> {
      const challenge = await (await this.ask('/session', { address })).text();
      const answer = this.key.answer(challenge, this.address);
      return (await this.ask(`/session?${new URLSearchParams(answer)}`, { address })).status;
    }

    /** Whether the page gets a line. */
    async connect(): Promise<WebSocket | undefined> {
      const socket = new WebSocket(`${this.address.replace('http', 'ws')}/rpc?key=${this.key.name}`, {
        headers: { origin: this.address, ...this.headers() },
      });
      return await new Promise((resolve) => {
        socket.once('open', () => resolve(socket));
        socket.once('error', () => resolve(undefined));
      });
    }

    private headers(): Record<string, string> {
      return { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
    }
  }

  /** A page that was open when its owner process ended. */
  async function pageOfBefore(): Promise<Page> {
    const { app, web } = await serve();
    const page = new Page(web);
    await page.signIn(web);
    expect(await page.connect()).toBeDefined();
    await stop(app);
    return page;
  }

  it('goes on without a new link, at the same address', async () => {
    const page = await pageOfBefore();
    const { app, web } = await serve();
    // The cookie of before opens nothing: only who has the page's key comes back.
    expect(await page.connect()).toBeUndefined();
    expect(await page.comeBack()).toBe(200);
    expect(await page.connect()).toBeDefined();
    await stop(app);
    // And again.
    const { web: third } = await serve();
    expect(third.port).toBe(web.port);
    expect(await page.comeBack()).toBe(200);
  });

  it('is refused without its key, whatever else is known of it', async () => {
    const page = await pageOfBefore();
    const stolen = JSON.parse(readFileSync(join(profile, 'pages.json'), 'utf8')) as { pages: { digest: string }[] };
    expect(stolen.pages).toHaveLength(1);
    const { web } = await serve();
    const thief = new Page(web);
    for (const [name] of page.cookies) thief.cookies.set(name, stolen.pages[0]?.digest ?? '');
    expect((await thief.ask('/session')).status).toBe(403);
    expect(await thief.connect()).toBeUndefined();
    expect(await thief.comeBack()).toBe(403);
    const challenge = await (await thief.ask('/session')).text();
    const forged = { key: page.key.name, challenge, signature: stolen.pages[0]?.digest ?? '' };
    expect((await thief.ask(`/session?${new URLSearchParams(forged)}`)).status).toBe(403);
    expect(readFileSync(join(profile, 'pages.json'), 'utf8')).not.toContain(page.key.name);
  });

  it('finds another port where its own is taken, and whoever took it cannot pass on what the page says', async () => {
    const page = await pageOfBefore();
    const { port } = JSON.parse(readFileSync(join(profile, 'pages.json'), 'utf8')) as { port: number };
    const squatter = createServer();
    squatter.listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    const { web } = await serve();
    expect(web.port).not.toBe(port);
    // The page signs for its own address; what it signed is taken to the owner's.
    expect(await page.comeBack(`http://127.0.0.1:${web.port}`)).toBe(403);
    squatter.close();
  });

  it('says that a port of a person’s choice is taken', async () => {
    const { web } = await serve();
    await expect(serve(join(scratch.path, 'other'), web.port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('of one installation is nobody to another, and neither disturbs the other’s session', async () => {
    const [one, two] = [await serve(), await serve(join(scratch.path, 'other'))];
    const page = new Page(one.web);
    await page.signIn(one.web);
    const other = new Page(two.web);
    // One browser: all ports share its cookies.
    for (const [name, value] of page.cookies) other.cookies.set(name, value);
    expect((await other.ask('/session')).status).toBe(403);
    await other.signIn(two.web);
    expect(other.cookies.size).toBe(2);
    for (const [name, value] of other.cookies) page.cookies.set(name, value);
    expect((await page.ask('/session')).status).toBe(200);
    expect((await other.ask('/session')).status).toBe(200);
    await page.connect();
    // What one installation kept opens nothing of the other.
    await stop(one.app);
    await stop(two.app);
    cpSync(join(profile, 'pages.json'), join(scratch.path, 'other', 'pages.json'));
    await serve(join(scratch.path, 'other'));
    expect(await page.comeBack()).toBe(403);
  });

  it('is nobody to a copy of its profile in another place', async () => {
    const page = await pageOfBefore();
    const moved = join(scratch.path, 'moved');
    cpSync(profile, moved, { recursive: true });
    rmSync(profile, { recursive: true });
    await serve(moved);
    expect(await page.comeBack()).toBe(403);
  });

  it('comes back after an owner that was killed, too', async () => {
    const { app, web } = await serve();
    const page = new Page(web);
    await page.signIn(web);
    expect(await page.connect()).toBeDefined();
    // As the disk was while it ran.
    const kept = readFileSync(join(profile, 'pages.json'), 'utf8');
    await stop(app);
    writeFileSync(join(profile, 'pages.json'), kept);
    await serve();
    expect(await page.comeBack()).toBe(200);
  });

  it('does not come back once somebody signed out, and its line ends at once', async () => {
    const { app, web } = await serve();
    const page = new Page(web);
    await page.signIn(web);
    const line = await page.connect();
    const foreign = await page.ask('/sign-out', { method: 'POST', headers: { origin: 'http://evil.example' } });
    expect(foreign.status).toBe(403);
    const ended = once(line as WebSocket, 'close');
    const origin = `http://127.0.0.1:${web.port}`;
    expect((await page.ask('/sign-out', { method: 'POST', headers: { origin } })).status).toBe(200);
    await ended;
    expect([...page.cookies.values()]).toEqual(['']);
    expect(await page.comeBack()).toBe(403);
    await stop(app);
    await serve();
    expect(await page.comeBack()).toBe(403);
  });

  it('needs a new link where nothing could be kept, and the owner works nevertheless', async () => {
    mkdirSync(join(profile), { recursive: true, mode: 0o700 });
    mkdirSync(join(profile, 'pages.json'));
    const { app, web } = await serve();
    const page = new Page(web);
    await page.signIn(web);
    expect(await page.connect()).toBeDefined();
    await stop(app);
    expect(readFileSync(join(profile, 'logs', 'lifeboat.log'), 'utf8')).toContain('pages-not-kept');
    const { web: next } = await serve(profile, web.port);
    expect(next.port).toBe(web.port);
    expect(await page.comeBack()).toBe(403);
  });
});
