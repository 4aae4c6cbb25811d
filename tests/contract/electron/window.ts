import assert from 'node:assert/strict';
import type { WindowFace } from '../../../src/main/electron/window/main-window.ts';
import { type AdapterPromise, until } from './promise.ts';

/** The window, and what a person or the system does to it. */
export interface WindowOnTrial {
  face: WindowFace;
  isVisible: () => boolean;
  /** What is loaded; empty: nothing. */
  address: () => string;
  /** Lets what is being loaded come. */
  pageComes: () => Promise<void>;
  pageDies: () => void;
  personCloses: () => void;
  isThere: () => boolean;
  end: () => void;
}

const HOME = 'app://lifeboat/#/';

async function ready({ face, pageComes }: WindowOnTrial): Promise<() => number> {
  let times = 0;
  face.onReady(() => (times += 1));
  face.load(HOME);
  await pageComes();
  await until(() => times === 1);
  return () => times;
}

export const windowPromises: readonly AdapterPromise<WindowOnTrial>[] = [
  {
    what: 'is hidden and without a page at first',
    holds: ({ isVisible, address }) => {
      assert.equal(isVisible(), false);
      assert.equal(address(), '');
    },
  },
  {
    what: 'says once that its page can be shown, and stays hidden until it is presented',
    holds: async (trial) => {
      await ready(trial);
      assert.equal(trial.isVisible(), false);
      trial.face.present();
      await until(trial.isVisible);
    },
  },
  {
    what: 'moves within the page, without being ready another time',
    holds: async (trial) => {
      const times = await ready(trial);
      assert.equal(trial.address(), HOME);
      trial.face.load('app://lifeboat/#/runs/7');
      await until(() => trial.address() === 'app://lifeboat/#/runs/7');
      assert.equal(times(), 1);
    },
  },
  {
    what: 'is hidden and presented again',
    holds: async (trial) => {
      await ready(trial);
      trial.face.present();
      await until(trial.isVisible);
      trial.face.hide();
      await until(() => !trial.isVisible());
      trial.face.present();
      await until(trial.isVisible);
    },
  },
  {
    what: 'asks at each closing whether it may go, and stays where it may not',
    holds: async (trial) => {
      const answers = [false, false, true];
      trial.face.onClose(() => answers.shift() ?? true);
      for (const left of [2, 1]) {
        trial.personCloses();
        await until(() => answers.length === left);
        assert.ok(trial.isThere());
      }
      trial.personCloses();
      await until(() => !trial.isThere());
      assert.deepEqual(answers, []);
    },
  },
  {
    what: 'says that its page has died, in a word',
    holds: async (trial) => {
      const words: string[] = [];
      trial.face.onGone((how) => words.push(how));
      await ready(trial);
      trial.pageDies();
      await until(() => words.length > 0);
      assert.match(words[0] ?? '', /^[a-z-]+$/);
      assert.equal(words.length, 1);
    },
  },
];
