import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { isRunning } from '../../support/owned.ts';
import { isMissing, PARTS } from '../../support/parts.ts';
import { WindowsMachine } from './machine.ts';
import { isReady, isUnwanted, whyImpossible } from './wine-folder.ts';

await madeBeside();

/** `describe` with a Windows machine of its own, which `machine` gives to the tests. Where there can be none they are skipped. */
export function describeWindows(title: string, body: (machine: () => WindowsMachine) => void): void {
  const why = whyNoWindows();
  if (why !== undefined) return describe.skip(`${title} (not here: ${why})`, () => body(missing));
  describe(title, () => {
    let machine: WindowsMachine | undefined;
    beforeAll(async () => {
      machine = await WindowsMachine.start();
    });
    afterAll(async () => await machine?.stop());
    body(() => machine ?? missing());
  });
}

/** Why there are no Windows machines for the tests here; undefined if there are. */
export function whyNoWindows(): string | undefined {
  if (isUnwanted()) return 'not wanted';
  if (whyImpossible() !== undefined) return whyImpossible();
  if (!isReady()) return '`npm run test:windows` makes what they need';
  return isMissing(PARTS.restic) ? 'it takes restic' : undefined;
}

/** Waits for the process that `LIFEBOAT_WINE_MAKER` names, if it makes what is not here yet. */
async function madeBeside(): Promise<void> {
  const maker = Number(process.env['LIFEBOAT_WINE_MAKER'] ?? 0);
  while (maker > 0 && isRunning(maker) && !isReady()) await pause(500);
}

function missing(): never {
  throw new Error('there is no Windows machine');
}
