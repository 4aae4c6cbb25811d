import type { Id } from '../../format/id.ts';

export interface KeyEntry {
  id: Id;
  current: boolean;
  username: string;
  hostname: string;
  /** RFC 3339. */
  created: string;
}
