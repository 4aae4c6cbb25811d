import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync } from 'node:fs';
import { createServer } from 'node:net';

/** Ids for `spawn`, and `own` to hand over a folder: servers refuse to run as root, which tests in a container are. */
export interface ServiceUser {
  ids: { uid: number; gid: number } | Record<never, never>;
  own(path: string): void;
}

/** The named account if we are root, else ourselves. */
export function serviceUser(name: string): ServiceUser {
  if (process.getuid?.() !== 0) return { ids: {}, own: () => undefined };
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' })));
  if (uid === undefined || gid === undefined) throw new Error(`no account ${name}`);
  const own = (path: string): void => {
    chownSync(path, uid, gid);
    chmodSync(path, 0o700);
  };
  return { ids: { uid, gid }, own };
}

/** A port of the loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('no port');
}
