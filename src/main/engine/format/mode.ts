/** File modes: Go's `os.FileMode` as stored in trees, and the POSIX `st_mode` the operating system uses. */
const PERMISSIONS = 0o777;
const POSIX = { setuid: 0o4000, setgid: 0o2000, sticky: 0o1000, kind: 0o170000 } as const;
const GO = {
  dir: 2 ** 31,
  symlink: 2 ** 27,
  device: 2 ** 26,
  fifo: 2 ** 25,
  socket: 2 ** 24,
  setuid: 2 ** 23,
  setgid: 2 ** 22,
  charDevice: 2 ** 21,
  sticky: 2 ** 20,
  irregular: 2 ** 19,
} as const;
const KINDS: ReadonlyMap<number, number> = new Map([
  [0o040000, GO.dir],
  [0o120000, GO.symlink],
  [0o060000, GO.device],
  [0o020000, GO.device + GO.charDevice],
  [0o010000, GO.fifo],
  [0o140000, GO.socket],
  [0o100000, 0],
]);

/** Go's mode for a POSIX `st_mode`. */
export function goMode(posix: number): number {
  let mode = (posix & PERMISSIONS) + (KINDS.get(posix & POSIX.kind) ?? GO.irregular);
  if (posix & POSIX.setuid) mode += GO.setuid;
  if (posix & POSIX.setgid) mode += GO.setgid;
  if (posix & POSIX.sticky) mode += GO.sticky;
  return mode;
}

/** The bits `chmod` takes, from Go's mode. */
export function posixPermissions(mode: number): number {
  let bits = mode & PERMISSIONS;
  if (mode & GO.setuid) bits |= POSIX.setuid;
  if (mode & GO.setgid) bits |= POSIX.setgid;
  if (mode & GO.sticky) bits |= POSIX.sticky;
  return bits;
}
