import { statfs } from 'node:fs/promises';
import { LifeboatError } from '../../../shared/errors/index.ts';

/** Left free whatever is written: a full disk stops the pharmacy's own program. */
const RESERVE = 64 * 1024 * 1024;

/** `no-space` if the disk of `folder` has not room for `bytes` and a reserve. A disk that does not say is believed. */
export async function requireRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail > 0 && bavail * bsize < bytes + RESERVE) throw new LifeboatError('no-space', { path: folder });
}
