import type { Backend } from '../../backend/index.ts';
import type { MasterKeys } from '../../crypto/index.ts';
import type { Id } from '../../format/id.ts';

/** What managing keys needs of an open repository. */
export interface KeyRing {
  readonly backend: Backend;
  readonly masterKeys: MasterKeys;
  /** The key file the password opened. */
  readonly keyId: Id;
}

/** A repository that lets the verbs on keys at its ring. */
export interface HasKeyRing {
  readonly keyRing: KeyRing;
}
