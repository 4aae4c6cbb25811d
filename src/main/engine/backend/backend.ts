/**
 * The contract of a place that holds a repository's files. Everything above talks to this and to nothing else;
 * retry, bandwidth limit and cache are wrappers with the same face.
 */

/** The kinds of file a repository has, by the folder they live in; `config` is a single file. */
export type FileType = 'config' | 'data' | 'index' | 'keys' | 'locks' | 'snapshots';

/** Names one file of a repository. For `config` the name is `config`; everywhere else it is 64 hex digits. */
export interface Handle {
  readonly type: FileType;
  readonly name: string;
  /** Of a pack: folders are in it, which every run reads again. A hint for who keeps copies; it names nothing. */
  readonly holdsTrees?: true;
}

export interface FileInfo {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

/** A part of a file, in bytes. */
export interface Range {
  readonly offset: number;
  readonly length: number;
}

export interface Backend {
  /** Where this is, in words for a person; never carries a credential. */
  readonly location: string;
  /** How many requests at a time make sense here. */
  readonly concurrency: number;

  /** Makes the folders of an empty repository. May be repeated until there is a `config`; then `repository-exists`. */
  create(signal?: AbortSignal): Promise<void>;

  /**
   * Stores a new file made of `parts`, whole or not at all. When it resolves, the file survives a power cut.
   * `parts` must stay as they are until then. A save that fails or is aborted leaves nothing behind where it can.
   * A file that is already there with the same length counts as done (names are hashes of the content);
   * with another length it is replaced only if the place can do so atomically, else `file-exists`.
   * The memory of `parts` is the caller's again when it settles: nothing of it may be kept or still be read.
   * `config` is never replaced: `file-exists`.
   */
  save(handle: Handle, parts: readonly Uint8Array[], signal?: AbortSignal): Promise<void>;

  /**
   * Reads a whole file, or exactly `range` of it. `file-not-found` if it is not there;
   * `file-damaged` / `truncated` if the range ends past its end. The returned memory is the caller's.
   */
  load(handle: Handle, range?: Range, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;

  /**
   * The path of a file that this process's threads may read themselves, which spares the way through memory of its own. A hint:
   * whether it can be read, and if not why, is for `load` to say. Undefined or absent where only `load` may be used.
   */
  pathOf?(handle: Handle): string | Buffer | undefined;

  /** Size of a file, or `file-not-found`. */
  stat(handle: Handle, signal?: AbortSignal): Promise<FileInfo>;

  /**
   * All files of a type, in no order. Names that are not a repository's (temporary ones) are left out, and a missing
   * folder counts as empty while the place itself is there; if it is gone, `place-unreachable`.
   */
  list(type: FileType, signal?: AbortSignal): AsyncIterable<FileInfo>;

  /**
   * Removes a file; that it is gone already is not an error. `permission-denied` if we may not remove here,
   * `locked-until` if this file may not be removed yet. Only exclusive sessions and lock keeping call this.
   */
  remove(handle: Handle, signal?: AbortSignal): Promise<void>;

  /**
   * Removes what interrupted saves left behind, whatever its age, and says how many files that were. Only while an
   * exclusive lock is held: then nobody else is saving. Absent where interrupted saves leave nothing.
   */
  sweepTemporary?(signal?: AbortSignal): Promise<number>;

  /**
   * Whether this credential may remove files at all; asked before work that ends in removing. Changes nothing. Absent
   * where only trying tells.
   */
  canRemove?(signal?: AbortSignal): Promise<boolean>;

  /** Lets go of connections and timers. */
  close(): Promise<void>;
}

/**
 * Of each failure a backend throws a LifeboatError: `retryable` says whether the retry wrapper should try again, and
 * `retryAfter` not before when.
 */
