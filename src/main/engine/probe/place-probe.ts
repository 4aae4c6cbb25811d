/** What a test of a place found out. */
export interface PlaceProbe {
  bytesPerSecondWritten: number;
  bytesPerSecondRead: number;
  /** Undefined where the place does not tell. */
  freeBytes?: number;
  /** The place's clock minus ours, in seconds. */
  clockDifferenceSeconds?: number;
  /** Whether what was written could be removed or replaced with what this PC has. */
  canDestroy: boolean;
  /** Whether older versions of what is replaced or removed are kept; undefined where the place does not tell. */
  versioning?: boolean;
  /** Days in which what was removed can be brought back. */
  softDeleteDays?: number;
  /** Whether a policy of the container forbids removing and replacing. */
  hasImmutabilityPolicy?: boolean;
}

/** Bytes per second of so many bytes in so many milliseconds. */
export function rate(bytes: number, milliseconds: number): number {
  return Math.round((bytes * 1000) / Math.max(1, milliseconds));
}
