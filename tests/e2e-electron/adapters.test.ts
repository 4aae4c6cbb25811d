import { describe, expect, it } from '@jest/globals';
import { tryAdapters } from '../support/electron/trial.ts';
import { electronProgram, whyNotHere } from './support/electron-app.ts';

const why = whyNotHere();
if (why !== undefined) process.stderr.write(`\n*** SKIPPED: the adapters were not tried in real Electron, since ${why}. ***\n\n`);

(why === undefined ? describe : describe.skip)('the adapters, in real Electron', () => {
  it('keep what their stand-ins promise', async () => {
    const { broken } = await tryAdapters({ command: [electronProgram() ?? ''] });
    expect(broken).toEqual([]);
  });
});
