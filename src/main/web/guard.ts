import type { IncomingMessage } from 'node:http';

/** The cookie that keeps a page signed in. */
export const COOKIE = 'lifeboat-session';

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

/** The session a request carries. */
export function sessionOf({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined {
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim().split('='));
  return cookies.find(([name]) => name === COOKIE)?.[1];
}

/** Keeps a page signed in: not readable by scripts, never sent from another site. */
export function sessionCookie(session: string): string {
  return `${COOKIE}=${session}; HttpOnly; SameSite=Strict; Path=/`;
}
