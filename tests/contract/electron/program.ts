import assert from 'node:assert/strict';
import type { DesktopApp } from '../../../src/main/electron/desktop-app.ts';
import { type AdapterPromise, until } from './promise.ts';

export interface ProgramOnTrial {
  face: DesktopApp;
  /** The program is started once more. */
  isStartedAgain: (start: { isHidden: boolean }) => void;
  /** Somebody ends it. Whether that is held back. */
  isEnded: () => boolean;
  /** How often it has asked to end. */
  quits: () => number;
  end: () => void;
}

export const programPromises: readonly AdapterPromise<ProgramOnTrial>[] = [
  { what: 'becomes ready', holds: async ({ face }) => await face.ready() },
  {
    what: 'tells of another start, and whether that wants the window',
    holds: ({ face, isStartedAgain }) => {
      const heard: boolean[] = [];
      face.onOtherStart(({ isHidden }) => heard.push(isHidden));
      isStartedAgain({ isHidden: true });
      isStartedAgain({ isHidden: false });
      assert.deepEqual(heard, [true, false]);
    },
  },
  {
    what: 'is held back at its end until the work is done, once',
    holds: async ({ face, isEnded, quits }) => {
      const work = Promise.withResolvers<void>();
      let times = 0;
      face.onQuit(async () => {
        times += 1;
        await work.promise;
      });
      assert.ok(isEnded());
      assert.equal(quits(), 0);
      work.resolve();
      await until(() => quits() === 1);
      assert.equal(isEnded(), false);
      assert.equal(times, 1);
    },
  },
  {
    what: 'ends although the work failed',
    holds: async ({ face, isEnded, quits }) => {
      face.onQuit(async () => await Promise.reject(new Error('the disk is gone')));
      isEnded();
      await until(() => quits() === 1);
    },
  },
  {
    what: 'knows the languages of the system, and a folder of its own',
    holds: ({ face }) => {
      assert.ok(face.languages().every((language) => /^[a-z]{2,3}(-|$)/i.test(language)));
      assert.notEqual(face.ownFolder(), '');
    },
  },
];
