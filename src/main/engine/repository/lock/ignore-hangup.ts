/**
 * On Unix restic's `unlock` asks whether a lock's process lives by sending it SIGHUP, which ends a process that does not
 * listen. Whoever holds a lock therefore listens and does nothing, as restic itself does.
 */
const ignore = (): void => undefined;
let holders = 0;

/** Makes SIGHUP harmless until the result is called, which may be repeated. */
export function ignoreHangup(): () => void {
  holders += 1;
  if (holders === 1) process.on('SIGHUP', ignore);
  let holding = true;
  return () => {
    if (!holding) return;
    holding = false;
    holders -= 1;
    if (holders === 0) process.off('SIGHUP', ignore);
  };
}
