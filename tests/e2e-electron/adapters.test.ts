import { expect, it } from '@jest/globals';
import { tryAdapters } from '../support/electron/trial.ts';
import { describeElectron } from './support/describe-electron.ts';
import { electronProgram } from './support/electron-app.ts';

describeElectron('what the adapters promise, in real Electron,', () => {
  it('keep what their stand-ins promise', async () => {
    const { broken } = await tryAdapters({ command: [electronProgram() ?? ''] });
    expect(broken).toEqual([]);
  });
});
