import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { scratchFolder } from './scratch.ts';

/** What answers for secrets on a session bus: a keyring that is open or locked, one that never answers, or nothing. */
export type KeyringKind = 'unlocked' | 'locked' | 'silent' | 'none';

/** A private session bus whose keyring keeps its files in a scratch home. The bus starts the keyring at the first question. */
export interface KeyringSession {
  /** What a process needs in its environment from its start, to be in this session. */
  readonly environment: Readonly<Record<string, string>>;
  /** Ends bus and keyring, by their process ids, and removes the scratch home. */
  end(): Promise<void>;
}

/** What the bus runs for the name `org.freedesktop.secrets`. */
const SERVICES: Readonly<Record<Exclude<KeyringKind, 'none'>, string>> = {
  unlocked: 'printf test | exec gnome-keyring-daemon --foreground --unlock --components=secrets',
  locked: 'exec gnome-keyring-daemon --foreground --components=secrets',
  silent: 'exec sleep 600',
};

/** Starts a session of its own. Only for Linux. */
export async function startKeyringSession(kind: KeyringKind): Promise<KeyringSession> {
  const scratch = scratchFolder();
  const home = scratch.path;
  chmodSync(home, 0o700);
  const environment = sessionEnvironment(home);
  for (const folder of ['run', 'services']) mkdirSync(join(home, folder), { mode: 0o700 });
  writeFileSync(join(home, 'bus.conf'), busConfiguration(home));
  if (kind !== 'none') writeService(home, SERVICES[kind]);
  const bus = spawn('dbus-daemon', [`--config-file=${join(home, 'bus.conf')}`, '--nofork', '--nopidfile', '--print-address=1'], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await firstLine(bus);
  return {
    environment,
    end: async () => {
      await endProcess(bus);
      endKeyring(home);
      scratch.remove();
    },
  };
}

function sessionEnvironment(home: string): Record<string, string> {
  return {
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(home, 'run', 'bus')}`,
    XDG_RUNTIME_DIR: join(home, 'run'),
  };
}

/** The service's shell writes its process id, which the keyring then takes over. */
function writeService(home: string, command: string): void {
  const script = join(home, 'keyring.sh');
  const own = `export HOME='${home}' XDG_DATA_HOME='${home}/data' XDG_CONFIG_HOME='${home}/config' XDG_RUNTIME_DIR='${home}/run'`;
  const foreground = command.replace('exec ', () => `exec sh -c 'echo $$ > ${home}/keyring.pid; exec "$@"' sh `);
  writeFileSync(script, `#!/bin/sh\n${own}\n${foreground}\n`, { mode: 0o700 });
  const service = `[D-BUS Service]\nName=org.freedesktop.secrets\nExec=${script}\n`;
  writeFileSync(join(home, 'services', 'org.freedesktop.secrets.service'), service);
}

function busConfiguration(home: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${join(home, 'run', 'bus')}</listen>
  <servicedir>${join(home, 'services')}</servicedir>
  <policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
  <limit name="service_start_timeout">600000</limit>
</busconfig>
`;
}

/** The bus says where it listens as soon as it does. */
async function firstLine(bus: ChildProcess): Promise<void> {
  if (bus.stdout === null) throw new Error('The bus has no output.');
  for await (const _line of createInterface({ input: bus.stdout })) {
    bus.stdout.destroy();
    return;
  }
  throw new Error('The session bus did not start.');
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill();
  await ended;
}

/** A keyring ends with its bus; one that does not is ended here. */
function endKeyring(home: string): void {
  const file = join(home, 'keyring.pid');
  if (!existsSync(file)) return;
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
