import { setTimeout as pause } from 'node:timers/promises';
import type { AppOptions } from '../app.ts';
import { profileAt } from '../profile/index.ts';
import { type BackgroundEnd, runBackground } from './background/run-background.ts';
import { wakeTaskXml, WAKE_TASK } from './background/task-xml.ts';
import { registerTask, type RunTool } from './background/tools.ts';
import { WakePlan } from './background/wake-plan.ts';
import { followPower } from './power/power-events.ts';
import type { PowerFace } from './power/power-face.ts';
import { StayAwake } from './power/stay-awake.ts';
import { installationOf } from './profile-reach.ts';
import { lookAt } from './status/seen.ts';
import { StatusWatch } from './status/status-watch.ts';

export interface BackgroundNeeds {
  owner: Omit<AppOptions, 'isBackground'>;
  power: PowerFace;
  /** The program's own file, for the task that wakes the PC. */
  program: string;
  runTool: RunTool;
  platform: NodeJS.Platform;
  every: (milliseconds: number, work: () => void) => () => void;
  /** Hears what ends the owner well, for when the program is told to end. */
  onQuit: (work: () => Promise<void>) => void;
}

/** The owner process without a window: `--background`. Resolves when it is wanted no more; rejects if the profile cannot be opened. */
export async function background({ owner, power, program, runTool, platform, every, onQuit }: BackgroundNeeds): Promise<BackgroundEnd> {
  const wait = async (milliseconds: number): Promise<void> => await pause(milliseconds, undefined, { ref: false });
  const installation = installationOf({ ...owner, isBackground: true });
  const close = async (): Promise<void> => await installation.close();
  const status = new StatusWatch({ installation, look: async (client) => await lookAt(client, [], 'UTC'), wait });
  onQuit(close);
  followPower({ face: power, app: () => installation.app, close, wait });
  const wakePlan = new WakePlan(async (at) => {
    if (platform === 'win32') await registerTask(runTool, WAKE_TASK, wakeTaskXml(program, at));
  });
  const { faceKey } = profileAt(owner.folder);
  return await runBackground({ installation, status, awake: new StayAwake(power, owner.clock), wakePlan, faceKey, every });
}
