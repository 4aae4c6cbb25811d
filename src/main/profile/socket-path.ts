import { createHash } from 'node:crypto';
import { posix, win32 } from 'node:path';

/** Bytes of a socket's path that every system takes: 107 on Linux, 103 on macOS. */
const LONGEST = 103;

/**
 * Where the owner process listens and faces find it: a function of the profile alone, whatever the environment of the
 * process that asks. A path that is too long for a socket is replaced by a short one in a private folder.
 */
export function socketPath(folder: string, platform: NodeJS.Platform = process.platform, uid = process.getuid?.() ?? 0): string {
  if (platform === 'win32') return `\\\\.\\pipe\\lifeboat-${digestOf(win32.resolve(folder).toLowerCase())}`;
  const inside = posix.join(folder, 'owner.sock');
  if (Buffer.byteLength(inside) <= LONGEST) return inside;
  // Not os.tmpdir(): it follows the environment, and macOS's is long itself.
  return `/tmp/lifeboat-${uid}-${digestOf(posix.resolve(folder))}/owner.sock`;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 20);
}
