import assert from 'node:assert/strict';
import type { UtilityChild } from '../../../src/main/engine-host/index.ts';
import { type AdapterPromise, until } from './promise.ts';

/** A child that says back what it hears, and ends with code 3 at `end`. */
export interface ChildOnTrial {
  face: UtilityChild;
  end: () => void;
}

export const engineProcessPromises: readonly AdapterPromise<ChildOnTrial>[] = [
  {
    what: 'hears what is said, and is heard, bytes among it',
    holds: async ({ face }) => {
      const heard: unknown[] = [];
      face.on('message', (data) => heard.push(data));
      face.postMessage({ id: 1, bytes: new Uint8Array([1, 2]) });
      face.postMessage('two');
      await until(() => heard.length === 2);
      const [first, second] = heard as [{ id: number; bytes: Uint8Array }, string];
      assert.deepEqual([first.id, [...first.bytes], second], [1, [1, 2], 'two']);
      assert.ok((face.pid ?? 0) > 0);
    },
  },
  {
    what: 'tells with which code it ended',
    holds: async ({ face }) => {
      const codes: number[] = [];
      face.once('exit', (code) => codes.push(code));
      face.postMessage('end');
      await until(() => codes.length === 1);
      assert.deepEqual(codes, [3]);
    },
  },
  {
    what: 'can be killed',
    holds: async ({ face }) => {
      let isGone = false;
      face.once('exit', () => (isGone = true));
      const heard: unknown[] = [];
      face.once('message', (data) => heard.push(data));
      face.postMessage('there?');
      await until(() => heard.length === 1);
      assert.ok(face.kill());
      await until(() => isGone);
    },
  },
];
