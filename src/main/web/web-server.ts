import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Clock } from '../../shared/model/clock.ts';
import type { ApiContext } from '../api/index.ts';
import { LARGEST_MESSAGE, type ServeFace } from './serve-face.ts';
import { isOurHost, isOurOrigin, sessionCookie, sessionOf } from './guard.ts';
import { refuse } from './refuse.ts';
import { SignIn } from './sign-in.ts';
import { staticAnswer } from './static-files.ts';

export interface WebServerOptions {
  serveFace: ServeFace;
  /** What somebody who followed the link may do. */
  context: ApiContext;
  /** The built page. */
  folder: string;
  clock: Clock;
  /** 0: any that is free. */
  port: number;
}

/** The app for a plain browser, on loopback only. */
export class WebServer {
  private readonly options: WebServerOptions;
  private readonly server: Server;
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });
  private readonly signIn: SignIn;
  port = 0;

  constructor(options: WebServerOptions) {
    this.options = options;
    this.signIn = new SignIn(options.clock);
    this.server = createServer((request, response) => void this.answer(request, response));
    this.server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
  }

  /** Begins to listen, on this machine only. */
  async listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(this.options.port, '127.0.0.1', resolve);
    });
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** An address that signs whoever opens it first in; it works once, for five minutes. */
  newLink(): string {
    return `http://127.0.0.1:${this.port}/sign-in?code=${this.signIn.newLink()}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets.clients) socket.terminate();
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOurHost(request, this.port)) return end(response, 421, 'This is not the address of Lifeboat.');
    if (request.method !== 'GET') return end(response, 405, 'Only GET.');
    const url = addressOf(request);
    if (url === undefined) return end(response, 400, 'This is no address.');
    if (url.pathname === '/sign-in') return this.redeem(url, response);
    if (url.pathname === '/session') return end(response, this.isSignedIn(request) ? 200 : 403, '');
    const { status, headers, body } = await staticAnswer(this.options.folder, url.pathname);
    response.writeHead(status, headers).end(body);
  }

  private redeem(url: URL, response: ServerResponse): void {
    const session = this.signIn.redeem(url.searchParams.get('code') ?? '');
    if (session === undefined) return end(response, 403, 'This link was used already or is too old. Open Lifeboat again to get a new one.');
    response.writeHead(303, { location: '/', 'set-cookie': sessionCookie(session), 'cache-control': 'no-store' }).end();
  }

  private isSignedIn(request: IncomingMessage): boolean {
    const session = sessionOf(request);
    return session !== undefined && this.signIn.isOpen(session);
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const isAllowed = isOurHost(request, this.port) && isOurOrigin(request, this.port) && this.isSignedIn(request);
    if (!isAllowed || request.url !== '/rpc') return refuse(socket);
    this.sockets.handleUpgrade(request, socket, head, (face) => this.options.serveFace(face, this.options.context));
  }
}

/** What a request asks for; undefined for what is no address, such as `//`, which must end nothing but the request. */
function addressOf({ url = '/' }: IncomingMessage): URL | undefined {
  return URL.parse(url, 'http://127.0.0.1') ?? undefined;
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' }).end(text);
}
