/**
 * The closed list of error codes, each with the data its sentence needs.
 * Adding a code here makes the compiler ask for its sentence in every language of `shared/text`.
 */
export interface ErrorData {
  /** There is nothing at the place, or no repository in it. */
  'repository-not-found': { location: string };
  /** Files of a repository are there, its config file is not: without it nothing there can be opened. */
  'config-missing': { location: string };
  /** A repository (or something else) is already where a new one should be made. */
  'repository-exists': { location: string };
  /** The repository's version is one this program does not know. */
  'repository-version-unsupported': { location: string; version: number };
  /** No key file opens with the password that was given. */
  'wrong-password': { location: string };
  /** No password was given where one is needed. */
  'password-missing': Record<never, never>;
  /** The two entries of a new password are not the same. */
  'passwords-differ': Record<never, never>;
  /** The command that should give the password ended with an error or gave nothing. */
  'password-command-failed': { command: string; exitCode: number };
  /** Somebody else holds a lock that excludes what was asked for. */
  'repository-locked': { location: string; hostname: string; username: string; pid: number; since: string; exclusive: boolean };
  /** Our own lock vanished or could not be renewed in time; work that depends on it was stopped. */
  'lock-lost': { location: string };
  /** The place said that it had stored a file, and does not have it as it was sent; the work was stopped. */
  'save-lost': { location: string; type: string; name: string };
  /** The named file is not in the repository. */
  'file-not-found': { type: string; name: string };
  /** A file of this name is there already and must not be overwritten. */
  'file-exists': { type: string; name: string };
  /** A file of the repository fails its authentication or does not parse. */
  'file-damaged': { type: string; name: string; detail: DamageDetail };
  /** A blob fails its authentication, its hash, or its compression does not decode. */
  'blob-damaged': { blob: string; pack: string; detail: DamageDetail };
  /** The index knows no pack that holds this blob. */
  'blob-not-found': { blob: string; type: string };
  /** A tree blob decrypts but is not a tree. */
  'tree-damaged': { tree: string; detail: DamageDetail };
  /** No snapshot has this id or id prefix. */
  'snapshot-not-found': { snapshot: string };
  /** Snapshot files cannot be read, and any of them may be the latest, which was to be removed. */
  'latest-uncertain': { files: number };
  /** The given id prefix fits more than one. */
  'id-ambiguous': { prefix: string; type: string };
  /** No key of this repository has this id. */
  'key-not-found': { key: string };
  /** The key in use, or the last one, cannot be removed. */
  'key-in-use': { key: string };
  /** A path inside a snapshot does not exist. */
  'path-not-found': { path: string; snapshot: string };
  /** A directory was given where a file is needed. */
  'not-a-file': { path: string };
  /** A source given for backup does not exist. */
  'source-not-found': { path: string };
  /** A source could not be read. */
  'source-unreadable': { path: string; reason: SystemReason };
  /** The source is empty although its last snapshot was not. */
  'source-empty': { path: string; previousFiles: number };
  /** None of the given sources could be read. */
  'no-source': Record<never, never>;
  /** A command used as source ended with an error. */
  'source-command-failed': { command: string; exitCode: number };
  /** The restore target lies inside something it must not touch. */
  'target-unsafe': { path: string; reason: 'inside-source' | 'inside-repository' | 'not-a-directory' };
  /** What is to be restored has more entries than this process has memory to plan. */
  'restore-too-large': { entries: number };
  /** A name in a snapshot would leave the restore target. */
  'name-unsafe': { name: string };
  /** The device has no room left. */
  'no-space': { path: string };
  /** The place does not accept writes. */
  'read-only': { path: string };
  /** The rights are missing. */
  'permission-denied': { path: string };
  /** The device or the network place is gone. */
  'place-unreachable': { location: string; reason: string };
  /** A place on the network needs a credential and none was given. */
  'credential-missing': { location: string };
  /** The place does not accept the credential: wrong, expired, or not from this network. */
  'credential-refused': { location: string };
  /** A network address that would carry data or a credential in the clear. */
  'connection-insecure': { location: string };
  /** What was asked for ends in removing files, and the credential may not remove any; nothing was changed. */
  'removal-not-permitted': { location: string };
  /** The place protects the file from being removed for now: a retention period, a legal hold or a lease. */
  'locked-until': { type: string; name: string };
  /** Any other failure of the operating system while reading or writing. */
  'io-failed': { path: string; reason: SystemReason };
  /** A pattern, size, duration, policy or other value does not parse. */
  'value-invalid': { name: string; value: string; expected: string };
  /** A location does not parse or names an unknown kind of place. */
  'location-invalid': { location: string };
  /** No location of a repository was given where one is needed. */
  'location-missing': Record<never, never>;
  /** Prune cannot go on because data that snapshots need is missing; repair first. */
  'prune-unsafe': { missingBlobs: number };
  /** The index does not name everything that is there, so that what it lacks would seem lost; repair the index first. */
  'index-incomplete': { files: number };
  /** The retention policy would keep nothing at all. */
  'policy-empty': Record<never, never>;
  /** The work was cancelled. */
  aborted: Record<never, never>;
  /** The engine's thread or process died. */
  'engine-died': { detail: string };
  /** A bug of ours; the report helps the developers. */
  internal: { detail: string };
}

export type ErrorCode = keyof ErrorData;

/** What exactly is wrong with damaged bytes. */
export type DamageDetail =
  | 'truncated'
  | 'wrong-authentication'
  | 'wrong-hash'
  | 'wrong-length'
  | 'not-decompressible'
  | 'not-json'
  | 'wrong-shape'
  | 'too-large'
  | 'unsorted'
  | 'wrong-encoding';

/** The operating system's own short name of a failure, such as `EACCES`. */
export type SystemReason = string;
