import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** Where the page's own style elements get their nonce put in. */
const NONCE = '__NONCE__';

export interface StaticAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** The page's policy: nothing from anywhere else, no script that is not a file of ours, styles by this load's nonce. */
export function contentSecurityPolicy(nonce: string, connect: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** A file of the built page, as an answer with every header it needs; a path that leads nowhere or outside is 404. */
export async function staticAnswer(folder: string, path: string, connect = "'self'"): Promise<StaticAnswer> {
  const name = path === '/' ? 'index.html' : normalize(decodeSafely(path)).replace(/^[\\/]+/, '');
  const file = join(folder, name);
  const content = file.startsWith(folder + sep) ? await readFile(file).catch(() => undefined) : undefined;
  const type = TYPES[extname(file)];
  if (content === undefined || type === undefined) return { status: 404, headers: plainHeaders(), body: Buffer.from('Not found') };
  const nonce = randomBytes(16).toString('base64');
  const isPage = extname(file) === '.html';
  const body = isPage ? Buffer.from(content.toString('utf8').replaceAll(NONCE, nonce)) : content;
  const caching = isPage ? 'no-store' : 'max-age=31536000, immutable';
  return {
    status: 200,
    headers: { ...plainHeaders(type), 'cache-control': caching, 'content-security-policy': contentSecurityPolicy(nonce, connect) },
    body,
  };
}

function plainHeaders(type = 'text/plain; charset=utf-8'): Record<string, string> {
  return {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
}

function decodeSafely(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}
