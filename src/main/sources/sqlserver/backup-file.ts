import { randomBytes } from 'node:crypto';
import { copyFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../../shared/model/clock.ts';
import { about, sourceError } from '../files/index.ts';
import { apart, type Connect } from './connection.ts';
import type { SqlserverPlace, SqlserverSource } from './place.ts';
import { REMOVE_FILE } from './statements.ts';

/** A file in the folder that the server and this PC share. */
export interface SharedFile {
  /** As this PC names it. */
  here: string;
  /** As the server names it. */
  onServer: string;
}

/** A name in the shared folder that nobody has used. */
export function newSharedFile({ id, backupFolder }: SqlserverSource, clock: Clock): SharedFile {
  const time = clock.now().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const name = `lifeboat-${id}-${time}-${randomBytes(4).toString('hex')}.bak`;
  return { here: join(backupFolder.here, name), onServer: onServer(backupFolder.onServer, name) };
}

/** Puts a file where the server can read it. */
export async function shareFile(path: string, file: SharedFile): Promise<void> {
  await about(file.here, async () => await copyFile(path, file.here));
}

/** Bytes of the file that the server wrote. `source-not-found`: what the server calls the folder and what this PC calls it are not the same one. */
export async function sizeOf({ here }: SharedFile): Promise<number> {
  return await about(here, async () => (await stat(here)).size);
}

/** Takes the file away, by the server where it is the server's. `permission-denied` if neither may: it holds everything in the clear. */
export async function removeShared(file: SharedFile, connect: Connect, place: SqlserverPlace): Promise<void> {
  try {
    await rm(file.here, { force: true });
  } catch (error) {
    await apart(connect, place, async (session) => await session.query(REMOVE_FILE(file.onServer))).catch(() => undefined);
    await stat(file.here).then(
      () => {
        throw sourceError(error, file.here);
      },
      () => undefined,
    );
  }
}

function onServer(folder: string, name: string): string {
  const separator = folder.includes('\\') || /^[a-z]:/i.test(folder) ? '\\' : '/';
  return folder.endsWith(separator) ? `${folder}${name}` : `${folder}${separator}${name}`;
}
