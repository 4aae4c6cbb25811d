import { chmod, chown, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ServiceAccount } from './service-account.ts';

/** Where a private server keeps its data and its socket. */
export interface ServerFolder {
  data: string;
  /** For a local socket; its path is short, since sockets allow about a hundred characters. */
  socket: string;
  remove(): Promise<void>;
}

/**
 * A folder that only we and the server's account can enter. It is below `scratch`, where the account can be let through to it;
 * where a folder above does not let it pass, it is below the system's temporary folder.
 */
export async function makeServerFolder(scratch: string, account: ServiceAccount | undefined): Promise<ServerFolder> {
  const made: string[] = [];
  const remove = async (): Promise<void> => {
    for (const path of made.splice(0)) await rm(path, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const socket = await own(await mkdtemp(join(tmpdir(), 'lifeboat-')), account, made);
    const parent = account === undefined || (await letThrough(scratch, account)) ? scratch : socket;
    const home = parent === socket ? join(socket, 'server') : await mkdtemp(join(scratch, 'server-'));
    if (parent === socket) await mkdir(home, { mode: 0o700 });
    return { data: await own(home, account, made), socket, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function own(path: string, account: ServiceAccount | undefined, made: string[]): Promise<string> {
  made.push(path);
  await chmod(path, 0o700);
  if (account !== undefined) await chown(path, account.uid, account.gid);
  return path;
}

/** Lets the account pass through our own private folder, without letting it list it, if it gets there at all. */
async function letThrough(scratch: string, account: ServiceAccount): Promise<boolean> {
  for (let folder = dirname(scratch); folder !== dirname(folder); folder = dirname(folder)) {
    const { mode } = await stat(folder);
    if ((mode & 0o001) === 0) return false;
  }
  await chown(scratch, 0, account.gid);
  await chmod(scratch, 0o710);
  return true;
}
