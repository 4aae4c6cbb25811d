/** The only way anything in Lifeboat learns the time; the composition hands in the real one, tests their own. */
export interface Clock {
  /** Wall-clock time. May jump. */
  now(): Date;
  /** Milliseconds since this machine started, perhaps without the time it slept; never jumps, starts again with the machine. */
  uptime(): number;
}
