/**
 * For the Windows tests: makes the Wine folder if it is not there (about a minute, once; later runs find it). Where that
 * cannot be, the tests are skipped and say so; with CI=true that is a failure, unless nobody wants them here
 * (`LIFEBOAT_WINE_FOLDER=none`).
 */
import { makeWineFolder } from './make-wine-folder.ts';
import { isReady, isUnwanted, whyImpossible } from './wine-folder.ts';

const isCi = process.env['CI'] === 'true' || process.env['CI'] === '1';

const problem = isUnwanted() || process.platform === 'win32' ? undefined : (whyImpossible() ?? provide());
if (problem !== undefined) {
  console.warn(`MISSING: Windows under Wine; its tests ${isCi ? 'cannot run' : 'are skipped'}. ${problem}`);
  if (isCi) process.exitCode = 1;
}

function provide(): string | undefined {
  try {
    if (!isReady()) {
      console.log('Making a Windows under Wine for the tests, once. It takes a minute.');
      makeWineFolder();
    }
    return undefined;
  } catch (error) {
    return String(error);
  }
}
