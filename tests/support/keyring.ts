import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Unlocks the keyring of this session with a password of its own, then becomes the command. */
const UNLOCK_AND_RUN = 'printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"';

/**
 * Starts a command that can use the operating system's credential vault. On Linux that is a session bus and an
 * unlocked keyring of the command's own, which keep their files in `home` and end with it; elsewhere it is the
 * account's vault.
 */
export function spawnWithVault(home: string, command: readonly [string, ...string[]]): ChildProcess {
  if (process.platform !== 'linux') return spawn(command[0], command.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] });
  const runtime = join(home, 'run');
  mkdirSync(runtime, { mode: 0o700 });
  return spawn('dbus-run-session', ['--', 'bash', '-c', UNLOCK_AND_RUN, 'bash', ...command], {
    env: { ...process.env, HOME: home, XDG_RUNTIME_DIR: runtime, XDG_DATA_HOME: join(home, 'data'), XDG_CONFIG_HOME: join(home, 'config') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
