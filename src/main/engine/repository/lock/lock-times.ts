/** Times of lock keeping, in milliseconds. */
const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How often a held lock is renewed; restic's own pace, so both kinds of program read each other the same way. */
export const REFRESH_INTERVAL = 5 * MINUTE;

/** When a renewal failed it is tried again soon: several times before it matters. */
export const REFRESH_RETRY = 30 * SECOND;

/** The age at which restic's `unlock` takes a lock for forgotten. */
export const RESTIC_STALE_AFTER = 30 * MINUTE;

/** Without a renewal for this long our lock counts as lost: a margin of one and a half renewals before others may remove it. */
export const LOST_AFTER = RESTIC_STALE_AFTER - 1.5 * REFRESH_INTERVAL;

/** After sleep the network takes a moment to come back: failures within this time of the first do not yet lose the lock. */
export const WAKE_GRACE = 2 * MINUTE;

/** A held lock not renewed for this long has been asleep, and is looked at before it is trusted. */
export const SLEEP_GAP = 1.5 * REFRESH_INTERVAL;

/** The wall clock running away from the uptime by this much: a jump, or a paused virtual machine. */
export const CLOCK_JUMP = MINUTE;

/**
 * A lock that we saw unchanged for this long has missed six renewals and is dead, whatever its clock says.
 * As long as restic waits, counted by our own clocks.
 */
export const OBSERVATION_WINDOW = 30 * MINUTE;

/** Between writing a lock and looking for rivals that wrote theirs at the same moment; as restic has it. */
export const SETTLE_TIME = 200;

/** Pauses while waiting for somebody else's lock grow from the first to the last. */
export const FIRST_WAIT = SECOND;
export const LONGEST_WAIT = MINUTE;
