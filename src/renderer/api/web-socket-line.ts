import { RPCLink } from '@orpc/client/websocket';
import type { Line, LineEnd } from './line.ts';

/** Milliseconds for a line to open; on this machine it takes two. */
const PATIENCE = 5000;

/** The line of a page in a browser: the loopback server's WebSocket, for as long as the page is signed in. */
export async function openWebSocketLine(): Promise<Line | LineEnd> {
  const address = new URL('/rpc', location.href);
  address.protocol = 'ws:';
  const socket = new WebSocket(address);
  const ended = new Promise<LineEnd>((resolve) => {
    socket.addEventListener('close', () => resolve('owner-gone'), { once: true });
  });
  const opened = new Promise<'open'>((resolve) => {
    socket.addEventListener('open', () => resolve('open'), { once: true });
  });
  const late = new Promise<LineEnd>((resolve) => {
    setTimeout(() => resolve('owner-gone'), PATIENCE);
  });
  const first = await Promise.race([opened, ended, late]);
  if (first === 'open') return { link: new RPCLink({ websocket: socket }), ended, close: () => socket.close() };
  socket.close();
  return await whyClosed();
}

/** A browser does not tell a page why its socket was refused; the server does. */
async function whyClosed(): Promise<LineEnd> {
  const answer = await fetch('/session', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) }).catch(() => undefined);
  return answer?.status === 403 ? 'signed-out' : 'owner-gone';
}
