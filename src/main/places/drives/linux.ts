import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Drive } from './drive.ts';

/** Kinds of file system that are no disk. */
const NOT_DISKS = new Set([
  'proc',
  'sysfs',
  'tmpfs',
  'devtmpfs',
  'devpts',
  'cgroup',
  'cgroup2',
  'overlay',
  'squashfs',
  'mqueue',
  'securityfs',
  'debugfs',
  'tracefs',
  'bpf',
  'autofs',
  'fusectl',
  'hugetlbfs',
  'nsfs',
  'ramfs',
  'pstore',
  'configfs',
  'binfmt_misc',
  'rpc_pipefs',
  'fuse.gvfsd-fuse',
  'fuse.portal',
]);

/** Volumes of this Linux machine, by the kernel's own list of mounts. */
export async function listLinuxDrives(): Promise<Drive[]> {
  const [mounts, uuids, labels] = await Promise.all([
    readFile('/proc/self/mountinfo', 'utf8').catch(() => ''),
    namesByDevice('/dev/disk/by-uuid'),
    namesByDevice('/dev/disk/by-label'),
  ]);
  const drives = parseMounts(mounts).map(async ({ path, device, number }) => ({
    path,
    volumeId: uuids.get(device),
    label: labels.get(device),
    isRemovable: await isRemovable(number),
  }));
  return await Promise.all(drives);
}

interface Mount {
  path: string;
  /** Name of the block device, such as `sdb1`. */
  device: string;
  /** Its number, `8:17`. */
  number: string;
}

/** Reads `/proc/self/mountinfo` (proc_pid_mountinfo(5)): the mounts of whole file systems that lie on a device. */
export function parseMounts(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before, after] = line.split(' - ');
    const [, , number, root, path] = before?.split(' ') ?? [];
    const [type, device] = after?.split(' ') ?? [];
    if (number === undefined || path === undefined || type === undefined || device === undefined) return [];
    // A mounted part of a file system is another view of a disk that is listed already.
    if (root !== '/' || NOT_DISKS.has(type)) return [];
    return [{ path: unescape(path), device: basename(device), number }];
  });
}

/** The kernel writes blanks and the like as octal numbers. */
function unescape(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
}

async function namesByDevice(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder).catch(() => []);
  const pairs = names.map(async (name) => [basename(await readlink(join(folder, name)).catch(() => '')), name] as const);
  return new Map(await Promise.all(pairs));
}

/** A partition stands below its disk, which knows whether it can be taken out; USB disks often say that they cannot. */
async function isRemovable(number: string): Promise<boolean> {
  const device = `/sys/dev/block/${number}`;
  for (const above of ['', '..']) {
    const flag = await readFile(join(device, above, 'removable'), 'utf8').catch(() => '');
    if (flag.trim() === '1') return true;
  }
  return (await readlink(device).catch(() => '')).includes('/usb');
}
