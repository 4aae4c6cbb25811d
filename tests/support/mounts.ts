import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, statfsSync } from 'node:fs';
import { withScratch } from './scratch.ts';

/** A file system mounted for a test; whoever asks for it unmounts it. */
export interface Mount {
  readonly path: string;
  /** Pulls it out, also while it is used. May be repeated. */
  unmount(): void;
  /** From now on nothing can be written to it, as on a locked card. */
  protect(): void;
}

/** Whether this account may mount: root on Linux outside of most containers. */
export async function canMount(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return await withScratch((path) => {
    const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', path], { stdio: 'ignore' }).status === 0;
    if (isMounted) spawnSync('umount', [path]);
    return isMounted;
  });
}

/** A disk in memory that can be full without its bytes being there. */
export interface Disk extends Mount {
  /** From now on nothing more fits. */
  fill(): void;
  /** As it was made, with all its room again. */
  relieve(): void;
}

/** A disk of this many bytes, on which there may be this many files and folders, itself included. */
export function mountDisk(path: string, bytes: number, files = 100_000): Disk {
  mkdirSync(path);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes},nr_inodes=${files}`, 'none', path]);
  const resize = (size: number): void => void execFileSync('mount', ['-o', `remount,size=${size}`, path]);
  return { ...mounted(path), fill: () => resize(usedOf(path)), relieve: () => resize(bytes) };
}

/** Bytes; never none, which would mean no limit. */
function usedOf(path: string): number {
  const { blocks, bfree, bsize } = statfsSync(path);
  return Math.max(1, blocks - bfree) * bsize;
}

/** Another way to `folder`, which can be pulled out and plugged in again; `readOnly` like a locked card. */
export function mountFolder(folder: string, path: string, options: { readOnly?: boolean } = {}): Mount {
  mkdirSync(path, { recursive: true });
  execFileSync('mount', ['--bind', folder, path]);
  const mount = mounted(path);
  if (options.readOnly) mount.protect();
  return mount;
}

function mounted(path: string): Mount {
  let isMounted = true;
  return {
    path,
    unmount: () => {
      if (isMounted) execFileSync('umount', ['-l', path]);
      isMounted = false;
    },
    protect: () => void execFileSync('mount', ['-o', 'remount,ro,bind', path]),
  };
}
