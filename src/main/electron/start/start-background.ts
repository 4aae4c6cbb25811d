import { powerFace } from '../adapters/power.ts';
import { background } from '../background.ts';
import { runTool } from '../background/tools.ts';
import { every, ownerOptions, type StartNeeds } from './needs.ts';

/** The owner process without a window. */
export async function startBackground(needs: StartNeeds): Promise<void> {
  const { app } = needs;
  await background({
    owner: ownerOptions(needs),
    power: powerFace(undefined),
    program: process.execPath,
    runTool,
    platform: process.platform,
    every,
    onQuit: (work) => app.onQuit(work),
  }).then(
    () => app.exit(0),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      app.exit(1);
    },
  );
}
