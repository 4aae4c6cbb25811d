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
  /** Another program holds the source so that it cannot be read now; trying again may help. */
  'source-busy': { path: string };
  /** Another program has open what is to be replaced. */
  'source-in-use': { path: string };
  /** The file is no database of the kind it should be: something else, cut off, or encrypted. */
  'source-not-a-database': { path: string };
  /** The database's own check found damage in the source itself. */
  'source-damaged': { path: string; detail: string };
  /** A database of this name is there already, where a new one should be made. */
  'database-exists': { name: string };
  /** Nothing answers where the database server should be. `reason` is the system's or the client's short code. */
  'database-unreachable': { place: string; reason: string };
  /** The database server does not accept the account or its password. */
  'database-refused': { place: string; user: string };
  /** The server answers, and has no database of this name. */
  'database-missing': { place: string; name: string };
  /** The account lacks a right that this work needs on the database server. */
  'database-rights-missing': { place: string; user: string };
  /** The database server refused a statement. `reason` is its own short code, never its sentence: that may quote data. */
  'database-failed': { place: string; reason: string };
  /** The copy of a database does not end as it should, or its own tool cannot read it. */
  'dump-damaged': { file: string };
  /** The client tool is older than the server, which it therefore cannot copy or fill. */
  'tool-outdated': { tool: string; version: string; needed: string };
  /** The private server for a trial restore did not start. `detail` has its last words, without data. */
  'scratch-server-failed': { product: string; detail: string };
  /** The pharmacy's own question changes something, or asks for more than one value. */
  'question-refused': { name: string };
  /** A program that this work needs is not installed, or does not start. */
  'tool-missing': { tool: string };
  /** A program ended with an error. `detail` has its last words, without secrets and without data. */
  'tool-failed': { tool: string; exitCode: number; detail: string };
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
  /** There is no such folder on this PC. */
  'folder-not-found': { path: string };
  /** A file or something else, where a folder is needed. */
  'not-a-folder': { path: string };
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
  /** The operating system has no secure store that works for us; there is no fallback to files. */
  'vault-missing': { reason: VaultReason };
  /** The secure store works, but our entry is not in it: another PC, another account, or it was removed. */
  'vault-entry-missing': { name: string };
  /** The secure store said that it kept a secret, and gives back something else. */
  'vault-not-kept': { name: string };
  /** A stored credential does not open: it is damaged, or was sealed on another PC. */
  'credential-unreadable': { name: string };
  /** The code of a recovery kit was scanned or typed wrongly; `line` is where, if that is known. */
  'kit-code-unreadable': { line?: number };
  /** The recovery key is not the one of the paper that the code is from. */
  'kit-key-wrong': Record<never, never>;
  /** The recovery kit would be saved where it must never be. */
  'kit-place-unsafe': { path: string; reason: 'destination' | 'source' | 'synced-folder' };
  /** A folder for copies lies in a folder that is backed up. `source`: the name of what that folder belongs to. */
  'place-in-source': { location: string; source: string; folder: string };
  /** The app's memory holds something that it cannot read. `detail` names the table and row, never what is in it. */
  'store-damaged': { path: string; detail: string };
  /** The app's memory, or a copy of it, was written by a newer Lifeboat. */
  'store-too-new': { path: string; version: number; known: number };
  /** The copy of the app's memory that a repository holds cannot be read. */
  'seal-unreadable': { file: string };
  /** Neither copy of the installation's start-up file can be read. */
  'bootstrap-damaged': { path: string };
  /** The folder for Lifeboat's own data is not private. */
  'profile-unsafe': { path: string; reason: 'writable-by-others' | 'other-owner' | 'not-a-folder' };
  /** What was typed or scanned is no recovery key; `group` is where to look first. */
  'recovery-key-invalid': { reason: string; group?: number };
  /** The key on the paper opens none of the copies there. */
  'recovery-key-refused': { location: string; isOld?: boolean };
  /** Somebody wants to recover from a place where no copies are. */
  'no-copies-there': { location: string };
  /** A copy holds no settings of Lifeboat's: only its data can be brought back. */
  'seal-missing': { location: string };
  /** This installation protects something already; recovering begins on one that does not. */
  'installation-in-use': Record<never, never>;
  /** Another computer has taken over from this one, which must not write there any more. */
  'installation-retired': { location: string; since: string };
  /** Nothing is set up in this installation yet. */
  'not-set-up': Record<never, never>;
  /** A set-up file cannot be used; `field` is where, as in `sources[0].path`, for `not-json` line and column if they are known. */
  'setup-file-invalid': { path: string; problem: SetupFileProblem; field: string; expected: string };
  /** A set-up file names an environment variable that is not set. */
  'secret-missing': { variable: string; field: string };
  /** Recovering begins with the key on the paper, and nobody gave it. */
  'recovery-key-missing': Record<never, never>;
  /** Lifeboat runs in this profile, and does not answer. */
  'owner-not-answering': Record<never, never>;
  /** Lifeboat runs in this profile already. */
  'owner-runs-already': Record<never, never>;
  /** What was asked for changes data, and nobody said that it may. */
  'confirmation-missing': Record<never, never>;
  /** A trial restore found something wrong with a copy. */
  'proof-failed': { findings: number };
  /** A check found damage in a repository. */
  'damage-found': { damaged: number };
  /** The work was cancelled. */
  aborted: Record<never, never>;
  /** The engine's thread or process died. */
  'engine-died': { detail: string };
  /** A message was to be sent, and no mail server is named in the settings. */
  'mail-not-set-up': Record<never, never>;
  /** The mail server does not answer, or its encryption could not be agreed on. `reason` is the system's or the protocol's short code. */
  'mail-unreachable': { host: string; reason: string };
  /** The mail server does not accept the account or its password. */
  'mail-refused': { host: string };
  /** The mail server does not take a message from this sender or to this address. */
  'mail-rejected': { host: string };
  /** A bug of ours; the report helps the developers. */
  internal: { detail: string };
}

export type ErrorCode = keyof ErrorData;

/**
 * Why the operating system's secure store cannot be used: its library is not installed, no such service runs, it is locked,
 * it did not answer in time (perhaps it asked a question that nobody saw), or it reported something else.
 */
export type VaultReason = 'library-missing' | 'no-service' | 'locked' | 'no-answer' | 'failed';

/** What is wrong with a set-up file at one place of it. */
export type SetupFileProblem = 'not-json' | 'missing' | 'unknown' | 'wrong' | 'twice' | 'not-whole-path';

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
