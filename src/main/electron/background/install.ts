import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { Profile } from '../../profile/index.ts';
import { OWNER_TASK, ownerTaskXml, WAKE_TASK } from './task-xml.ts';
import { registerTask, type RunTool } from './tools.ts';

export interface BackgroundNeeds {
  profile: Profile;
  /** The program's own file. */
  program: string;
  run: RunTool;
  platform: NodeJS.Platform;
  wait: (milliseconds: number) => Promise<void>;
  /** Whether an owner process listens. */
  isOwned: () => Promise<boolean>;
}

/** How registering ended. */
export type Installed =
  | 'installed'
  /** This profile was made in a person's account, whose vault has its keys: that person's start stays its owner. */
  | 'kept-by-a-person'
  | 'not-windows';

/** Well-known ids, since the names of these groups differ by language. */
const FULL_RIGHTS = ['*S-1-5-18:(OI)(CI)F', '*S-1-5-32-544:(OI)(CI)F'];
/** Milliseconds between two looks whether the owner has ended, and how many. */
const LOOK_EVERY = 500;
const LOOKS = 40;

/** Registers the background owner and starts it: `--install-background`, with an administrator's rights. Rejects if Windows refuses. */
export async function installBackground({ profile, program, run, platform }: BackgroundNeeds): Promise<Installed> {
  if (platform !== 'win32') return 'not-windows';
  if (existsSync(profile.bootstrap) && !existsSync(profile.background)) return 'kept-by-a-person';
  await mkdir(profile.faces, { recursive: true });
  await run('icacls', [profile.folder, '/inheritance:r', '/grant:r', ...FULL_RIGHTS, '/q']);
  await run('icacls', [profile.faces, '/inheritance:r', '/grant:r', ...FULL_RIGHTS, `${await personAtPc(run)}:(OI)(CI)R`, '/q']);
  if (!existsSync(profile.faceKey)) await writeFile(profile.faceKey, randomBytes(32).toString('base64url'));
  await writeFile(profile.background, JSON.stringify({ version: 1 }));
  await registerTask(run, OWNER_TASK, ownerTaskXml(program));
  await run('schtasks', ['/run', '/tn', OWNER_TASK]);
  return 'installed';
}

/** Takes the background owner away: `--remove-background`. It is asked to end well first; everything it keeps stays. */
export async function removeBackground({ profile, run, platform, wait, isOwned }: BackgroundNeeds): Promise<void> {
  if (platform !== 'win32') return;
  // An owner whose key is gone ends by itself; see `run-background.ts`.
  await rm(profile.faces, { recursive: true, force: true });
  for (let look = 0; look < LOOKS && (await isOwned()); look++) await wait(LOOK_EVERY);
  for (const name of [OWNER_TASK, WAKE_TASK]) {
    await run('schtasks', ['/end', '/tn', name]).catch(() => undefined);
    await run('schtasks', ['/delete', '/tn', name, '/f']).catch(() => undefined);
  }
}

/** Whoever sits at the PC now and will use the window: an administrator who only lent his password is somebody else. */
async function personAtPc(run: RunTool): Promise<string> {
  const { stdout } = await run('powershell', [
    '-NoProfile',
    '-NonInteractive',
    '-Command',
    '(Get-CimInstance Win32_ComputerSystem).UserName',
  ]);
  const name = stdout.trim();
  if (name !== '') return name;
  // By remote desktop nobody sits there: then it is whoever installs.
  const { stdout: me } = await run('whoami', ['/user', '/fo', 'csv', '/nh']);
  const id = /"(S-1-[0-9-]+)"/.exec(me)?.[1];
  if (id === undefined) throw new Error('whoami says no account');
  return `*${id}`;
}
