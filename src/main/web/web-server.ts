import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from '../../shared/model/clock.ts';
import type { ApiContext } from '../api/index.ts';
import { LARGEST_MESSAGE, type ServeFace } from './serve-face.ts';
import { cookieName, endedCookie, isOurHost, isOurOrigin, sessionCookie, sessionOf } from './guard.ts';
import { type PageMemory, readPageMemory, writePageMemory } from './page-memory.ts';
import { isPortTaken } from './port-taken.ts';
import { refuse } from './refuse.ts';
import { type Resumption, SignIn } from './sign-in.ts';
import { staticAnswer } from './static-files.ts';

export interface WebServerOptions {
  serveFace: ServeFace;
  /** What somebody who followed the link may do. */
  context: ApiContext;
  /** The built page. */
  folder: string;
  clock: Clock;
  /** 0: any that is free; undefined: the one of last time where that is free, so that pages find back. */
  port?: number | undefined;
  /** Names the installation and where its profile lies: sessions of another one open nothing. */
  belongsTo: string;
  /** Where is kept what outlives this process: the port, and digests of the keys of signed-in pages. */
  memory: string;
  /** Pages will need a new link after this process, since the disk did not take what they would need. */
  onForgetful: (error: unknown) => void;
}

/** Who is at the other end of a page's socket. */
interface Visitor {
  session: string;
  key: string;
}

/** The app for a plain browser, on loopback only. */
export class WebServer {
  private readonly options: WebServerOptions;
  private readonly server: Server;
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });
  private readonly visitors = new Map<WebSocket, Visitor>();
  private readonly signIn: SignIn;
  private readonly cookie: string;
  private readonly remembered: PageMemory | undefined;
  port = 0;

  constructor(options: WebServerOptions) {
    this.options = options;
    this.signIn = new SignIn(options.clock, options.belongsTo);
    this.cookie = cookieName(options.belongsTo);
    this.remembered = readPageMemory(options.memory);
    if (this.remembered !== undefined) this.signIn.pages.recall(this.remembered);
    this.server = createServer((request, response) => void this.answer(request, response));
    this.server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
  }

  /** Begins to listen, on this machine only. */
  async listen(): Promise<void> {
    const { port = this.remembered?.port } = this.options;
    await this.listenAt(port ?? 0).catch(async (error: unknown) => {
      if (this.options.port !== undefined || !isPortTaken(error)) throw error;
      await this.listenAt(0);
    });
    this.port = (this.server.address() as AddressInfo).port;
    this.remember();
  }

  /** An address that signs whoever opens it first in; it works once, for five minutes. */
  newLink(): string {
    return `http://127.0.0.1:${this.port}/sign-in?code=${this.signIn.newLink()}`;
  }

  /** To be called now and then: a page that is open stays signed in, also should this process be killed. */
  keepOpen(): void {
    for (const { session, key } of this.visitors.values()) if (this.signIn.isOpen(session)) this.signIn.see(key);
    this.remember();
  }

  async close(): Promise<void> {
    this.keepOpen();
    this.dismiss();
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async listenAt(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', () => {
        this.server.off('error', reject);
        resolve();
      });
    });
  }

  private dismiss(): void {
    for (const socket of this.sockets.clients) socket.terminate();
  }

  private remember(): void {
    try {
      writePageMemory(this.options.memory, { port: this.port, ...this.signIn.pages.kept() });
    } catch (error) {
      this.options.onForgetful(error);
    }
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOurHost(request, this.port)) return end(response, 421, 'This is not the address of Lifeboat.');
    const url = addressOf(request);
    if (request.method === 'POST' && url?.pathname === '/sign-out') return this.signOut(request, response);
    if (request.method !== 'GET') return end(response, 405, 'Only GET.');
    if (url === undefined) return end(response, 400, 'This is no address.');
    if (url.pathname === '/sign-in') return this.redeem(url, response);
    if (url.pathname === '/session') return this.tellSession(request, url, response);
    const { status, headers, body } = await staticAnswer(this.options.folder, url.pathname);
    response.writeHead(status, headers).end(body);
  }

  private redeem(url: URL, response: ServerResponse): void {
    const session = this.signIn.redeem(url.searchParams.get('code') ?? '');
    if (session === undefined) return end(response, 403, 'This link was used already or is too old. Open Lifeboat again to get a new one.');
    response.writeHead(303, { location: '/', 'set-cookie': sessionCookie(this.cookie, session), 'cache-control': 'no-store' }).end();
  }

  /** Whether the page is signed in. If not, it is given something to sign; with that it may come back. */
  private tellSession(request: IncomingMessage, { searchParams }: URL, response: ServerResponse): void {
    if (this.isSignedIn(request)) return end(response, 200, '');
    const session = this.signIn.resume(resumptionOf(searchParams), `http://${request.headers.host ?? ''}`);
    if (session === undefined) return end(response, 403, this.signIn.newChallenge());
    response.setHeader('set-cookie', sessionCookie(this.cookie, session));
    end(response, 200, '');
  }

  private signOut(request: IncomingMessage, response: ServerResponse): void {
    if (!isOurOrigin(request, this.port) || !this.isSignedIn(request)) return end(response, 403, '');
    this.signIn.end();
    this.remember();
    response.setHeader('set-cookie', endedCookie(this.cookie));
    end(response, 200, '');
    this.dismiss();
  }

  private isSignedIn(request: IncomingMessage): boolean {
    return this.signIn.isOpen(sessionOf(request, this.cookie) ?? '');
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const isAllowed = isOurHost(request, this.port) && isOurOrigin(request, this.port) && this.isSignedIn(request);
    const url = addressOf(request);
    if (!isAllowed || url?.pathname !== '/rpc') return refuse(socket);
    const visitor = { session: sessionOf(request, this.cookie) ?? '', key: url.searchParams.get('key') ?? '' };
    if (this.signIn.see(visitor.key)) this.remember();
    this.sockets.handleUpgrade(request, socket, head, (face) => {
      this.visitors.set(face, visitor);
      face.once('close', () => this.visitors.delete(face));
      this.options.serveFace(face, this.options.context);
    });
  }
}

function resumptionOf(parameters: URLSearchParams): Resumption {
  const given = (name: keyof Resumption): string => parameters.get(name) ?? '';
  return { key: given('key'), challenge: given('challenge'), signature: given('signature') };
}

/** What a request asks for; undefined for what is no address, such as `//`, which must end nothing but the request. */
function addressOf({ url = '/' }: IncomingMessage): URL | undefined {
  return URL.parse(url, 'http://127.0.0.1') ?? undefined;
}

function end(response: ServerResponse, status: number, text: string): void {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
  response.writeHead(status, headers).end(text);
}
