import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Names under which a page of this machine reaches the server. A page elsewhere that resolves its own name to 127.0.0.1 has another. */
const HOSTS = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether a request names this server and none other, so that a foreign name that leads here is refused. */
export function isOurHost({ headers }: Pick<IncomingMessage, 'headers'>, port: number): boolean {
  return HOSTS.some((host) => headers.host === `${host}:${port}`);
}

/** Whether a request that may change something comes from a page of this server. Browsers always name the origin of such. */
export function isOurOrigin({ headers }: Pick<IncomingMessage, 'headers'>, port: number): boolean {
  return HOSTS.some((host) => headers.origin === `http://${host}:${port}`);
}

/** The cookie that keeps the pages of an installation signed in. Ports share cookies: two installations must not take each other's. */
export function cookieName(belongsTo: string): string {
  return `lifeboat-session-${createHash('sha256').update(belongsTo).digest('hex').slice(0, 16)}`;
}

/** The session a request carries in the cookie `name`. */
export function sessionOf({ headers }: Pick<IncomingMessage, 'headers'>, name: string): string | undefined {
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim().split('='));
  return cookies.find(([found]) => found === name)?.[1];
}

/** Keeps a page signed in: not readable by scripts, never sent from another site. */
export function sessionCookie(name: string, session: string): string {
  return `${name}=${session}; HttpOnly; SameSite=Strict; Path=/`;
}

/** Has the browser drop it. */
export function endedCookie(name: string): string {
  return `${sessionCookie(name, '')}; Max-Age=0`;
}
