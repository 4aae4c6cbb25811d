/** A program: the background owner as it runs in Electron, and a door for browsers. Tells its parent the sign-in link, then how it ended. */
import { setTimeout as pause } from 'node:timers/promises';
import { runBackground } from '../../../src/main/electron/background/run-background.ts';
import { WakePlan } from '../../../src/main/electron/background/wake-plan.ts';
import { StayAwake } from '../../../src/main/electron/power/stay-awake.ts';
import { installationOf } from '../../../src/main/electron/profile-reach.ts';
import { lookAt } from '../../../src/main/electron/status/seen.ts';
import { StatusWatch } from '../../../src/main/electron/status/status-watch.ts';
import { systemClock } from '../../../src/main/clock.ts';
import { profileAt } from '../../../src/main/profile/index.ts';
import { systemTimers } from '../../../src/main/owner/timers.ts';

const folder = process.argv[2] as string;
const installation = installationOf({ folder, clock: systemClock, environment: process.env, isBackground: true, threads: 1 });
const wait = async (milliseconds: number): Promise<void> => await pause(milliseconds, undefined, { ref: false });
installation.onChange(() => {
  void installation.app?.serve({ port: 0 }).then((web) => process.send?.({ said: 'link', link: web.newLink() }));
});
process.on('message', () => void installation.close().then(() => process.exit(0)));
// Nobody is left to end it.
process.on('disconnect', () => process.exit(1));
const end = await runBackground({
  installation,
  status: new StatusWatch({ installation, look: async (client) => await lookAt(client, [], 'UTC'), wait }),
  awake: new StayAwake({ keepAwake: () => () => undefined }, systemClock),
  wakePlan: new WakePlan(() => Promise.resolve()),
  faceKey: profileAt(folder).faceKey,
  every: systemTimers.every,
});
process.send?.({ said: 'end', end }, () => process.exit(0));
