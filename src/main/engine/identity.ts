/** Who works here, as snapshots, keys and locks record it. */
export interface Identity {
  hostname: string;
  username: string;
  /** 0 where the operating system has no such number. */
  uid: number;
  gid: number;
  pid: number;
}
