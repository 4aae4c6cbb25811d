/** The largest number a process can have. */
const LARGEST_PID = 2 ** 31 - 1;

/**
 * Whether this machine runs a process of this number. One that we may not signal is alive. Numbers that no process can have
 * are never asked about: the system takes some of them for whole groups, others it refuses.
 */
export function isProcessAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid > LARGEST_PID) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return typeof error === 'object' && error !== null && 'code' in error && error.code !== 'ESRCH';
  }
}
