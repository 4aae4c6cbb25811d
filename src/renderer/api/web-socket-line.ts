import { RPCLink } from '@orpc/client/websocket';
import type { Line, LineEnd, OpenLine } from './line.ts';
import type { PageKey } from './page-key.ts';

/** Milliseconds for a line to open; on this machine it takes two. */
const PATIENCE = 5000;

/** The line of a page in a browser: the loopback server's WebSocket, for as long as the page is signed in. */
export function webSocketLine(createKey: () => Promise<PageKey>): OpenLine {
  let key: PageKey | undefined;
  return async () => {
    key ??= await createKey();
    const line = await openSocket(key);
    if (line !== undefined) return line;
    const end = await signInAgain(key);
    return end ?? (await openSocket(key)) ?? 'owner-gone';
  };
}

/** Undefined: it was refused, or nobody is there. */
async function openSocket(key: PageKey): Promise<Line | undefined> {
  const address = new URL('/rpc', location.href);
  address.protocol = 'ws:';
  address.searchParams.set('key', key.name);
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
  return undefined;
}

/**
 * A new owner process knows this page by its key, not by its cookie. A browser does not tell a page why its socket was refused;
 * the server does, and gives something to sign. Undefined: signed in.
 */
async function signInAgain(key: PageKey): Promise<LineEnd | undefined> {
  const asked = await ask('/session');
  if (asked?.status !== 403) return asked?.status === 200 ? undefined : 'owner-gone';
  const challenge = await asked.text();
  const signature = await key.sign(`${location.origin}\n${challenge}`);
  const answer = await ask(`/session?${new URLSearchParams({ key: key.name, challenge, signature })}`);
  if (answer === undefined) return 'owner-gone';
  return answer.status === 200 ? undefined : 'signed-out';
}

async function ask(path: string): Promise<Response | undefined> {
  return await fetch(path, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) }).catch(() => undefined);
}
