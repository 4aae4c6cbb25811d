import type { Clock } from '../../../../shared/model/clock.ts';
import type { LockFile } from '../../format/lock-file.ts';
import { parseTime } from '../../format/time.ts';
import type { Identity } from '../../identity.ts';
import type { Observation } from './lock-memory.ts';
import { OBSERVATION_WINDOW, RESTIC_STALE_AFTER } from './lock-times.ts';
import { ageOf } from './observation.ts';
import { isProcessAlive } from './process-alive.ts';

/**
 * Whether nobody stands behind a lock any more: we gave it up ourselves, or its process was ours and is gone, or we saw
 * it unchanged for the whole observation window. `content` is undefined for a file that cannot be read.
 */
export function isDead(content: LockFile | undefined, observation: Observation, identity: Identity, clock: Clock): boolean {
  if (observation.abandoned === true) return true;
  if (content !== undefined && isOurMachine(content, identity) && !isProcessAlive(content.pid)) return true;
  return ageOf(observation, clock) >= OBSERVATION_WINDOW;
}

/** restic's rule for a person's explicit `unlock`: the lock says of itself that it was not renewed for half an hour. */
export function isStaleByOwnWord(content: LockFile, clock: Clock): boolean {
  const time = parseTime(content.time);
  return time !== undefined && clock.now().getTime() - Number(time / 1_000_000n) > RESTIC_STALE_AFTER;
}

/**
 * Whether a process number in the lock is one of this machine's. Two PCs of one name on a shared place would each take
 * the other's process for a dead one of its own, so the account must be the same too; that narrows it to cloned
 * machines, which must be given names of their own. A lock of another account waits for the observation window.
 */
function isOurMachine(lock: LockFile, identity: Identity): boolean {
  return sameName(lock.hostname, identity.hostname) && sameName(accountOf(lock.username), accountOf(identity.username));
}

/** Windows names carry their domain in programs written in Go and not in Node. */
function accountOf(username: string): string {
  return username.slice(username.lastIndexOf('\\') + 1);
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
