import assert from 'node:assert/strict';
import type { PowerFace } from '../../../src/main/electron/power/power-face.ts';
import { type AdapterPromise, until } from './promise.ts';

export interface PowerOnTrial {
  face: PowerFace;
  wakesUp: () => void;
  isUnlocked: () => void;
  /** The PC is shut down. Whether that is held back. */
  isShutDown: () => boolean;
  /** Whether this process would have ended. */
  hasEnded: () => boolean;
  sessionMayEnd: () => void;
  sessionEnds: () => void;
  isKeptAwake: () => boolean;
  end: () => void;
}

export const powerPromises: readonly AdapterPromise<PowerOnTrial>[] = [
  {
    what: 'tells that the PC woke up, or was unlocked, each time',
    holds: ({ face, wakesUp, isUnlocked }) => {
      const heard: string[] = [];
      face.onWake((how) => heard.push(how));
      wakesUp();
      isUnlocked();
      wakesUp();
      assert.deepEqual(heard, ['resume', 'unlock', 'resume']);
    },
  },
  {
    what: 'holds a shut-down back until the work is done, and ends then',
    holds: async ({ face, isShutDown, hasEnded }) => {
      const work = Promise.withResolvers<void>();
      face.onShutdown(async () => await work.promise);
      assert.ok(isShutDown());
      assert.equal(hasEnded(), false);
      work.resolve();
      await until(hasEnded);
    },
  },
  {
    what: 'ends at a shut-down although the work failed',
    holds: async ({ face, isShutDown, hasEnded }) => {
      face.onShutdown(async () => await Promise.reject(new Error('the disk is gone')));
      isShutDown();
      await until(hasEnded);
    },
  },
  {
    what: 'tells that the session may end, and that it does',
    holds: ({ face, sessionMayEnd, sessionEnds }) => {
      const heard: string[] = [];
      face.onSessionQuery(() => heard.push('may'));
      face.onSessionEnd(() => heard.push('does'));
      sessionMayEnd();
      sessionEnds();
      assert.deepEqual(heard, ['may', 'does']);
    },
  },
  {
    what: 'keeps the PC awake until it is let go',
    holds: ({ face, isKeptAwake }) => {
      assert.equal(isKeptAwake(), false);
      const letGo = face.keepAwake();
      assert.ok(isKeptAwake());
      letGo();
      assert.equal(isKeptAwake(), false);
    },
  },
];
