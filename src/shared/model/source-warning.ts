/** The closed list of what a capture or a test may have to say beside an error. */
export type SourceWarningCode =
  /** Copied as files while it may have been written to. */
  | 'crash-consistent-only'
  /** Tables whose engine keeps no snapshot: their rows may be of different moments. */
  | 'tables-not-covered'
  /** Names and rights of server accounts could not be read, so that they are not in the copy. */
  | 'accounts-not-covered'
  /** Files that other programs keep to themselves could not be read from a frozen state of their drive either; the detail is the error's code. */
  | 'file-locked'
  /** The vendor's newest file is older than it should be. */
  | 'vendor-file-old'
  /** The vendor's newest file is much smaller than those before. */
  | 'vendor-file-shrunk'
  /** The vendor's newest file was still being written. */
  | 'vendor-file-growing'
  /** The vendor's newest file does not open as what its name says. */
  | 'vendor-file-unreadable'
  /** A question of the pharmacy's own got no answer. */
  | 'question-failed'
  /** A restore broke off and left this database on its server, half filled. */
  | 'database-left'
  /** The client tool is older than the server. */
  | 'tool-older-than-server';
