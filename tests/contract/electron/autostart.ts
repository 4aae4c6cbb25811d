import assert from 'node:assert/strict';
import type { Autostart } from '../../../src/main/electron/autostart/autostart.ts';
import type { AdapterPromise } from './promise.ts';

export interface AutostartOnTrial {
  face: Autostart;
  end: () => Promise<void> | void;
}

export const autostartPromises: readonly AdapterPromise<AutostartOnTrial>[] = [
  {
    what: 'is on and off as it was set, also twice in a row',
    holds: async ({ face }) => {
      await face.set(false);
      assert.equal(await face.isOn(), false);
      await face.set(true);
      await face.set(true);
      assert.equal(await face.isOn(), true);
      await face.set(false);
      assert.equal(await face.isOn(), false);
    },
  },
];
