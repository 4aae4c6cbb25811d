import type { KitFacts } from '../../../shared/model/recovery-kit.ts';

/** Everything a recovery kit is printed from. It has the key: keep it no longer than printing takes, and nowhere. */
export interface KitContents extends KitFacts {
  /** When it is made, RFC 3339. */
  madeAt: string;
  /** IANA name of the pharmacy's time zone. */
  timeZone: string;
  /** In its canonical form. */
  recoveryKey: string;
  /** Access data, sealed with this very key; undefined if no copy needs any. */
  sealedAccess: Uint8Array | undefined;
}
