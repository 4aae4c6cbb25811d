import assert from 'node:assert/strict';
import type { PagePort } from '../../../src/main/electron/line/page-port.ts';
import { type AdapterPromise, until } from './promise.ts';

export interface PortsOnTrial {
  /** The main process's end. */
  face: PagePort;
  /** The page's. */
  page: { send: (data: unknown) => void; heard: () => readonly unknown[]; isClosed: () => boolean; close: () => void };
  end: () => void;
}

export const pagePortPromises: readonly AdapterPromise<PortsOnTrial>[] = [
  {
    what: 'keeps what the page says until it is started, and tells it in order',
    holds: async ({ face, page }) => {
      const heard: unknown[] = [];
      page.send('one');
      page.send('two');
      face.onMessage((data) => heard.push(data));
      face.start();
      await until(() => heard.length === 2);
      page.send({ three: 3 });
      await until(() => heard.length === 3);
      assert.equal(JSON.stringify(heard), '["one","two",{"three":3}]');
    },
  },
  {
    what: 'says texts to the page, in order',
    holds: async ({ face, page }) => {
      face.start();
      face.send('one');
      face.send('two');
      await until(() => page.heard().length === 2);
      assert.deepEqual(page.heard(), ['one', 'two']);
    },
  },
  {
    what: 'has the page hear its last word, and that it was closed',
    holds: async ({ face, page }) => {
      face.send({ line: 'none', problem: undefined });
      face.close();
      await until(page.isClosed);
      assert.equal(page.heard().length, 1);
    },
  },
  {
    what: 'tells once that the page is gone',
    holds: async ({ face, page }) => {
      let times = 0;
      face.onClose(() => (times += 1));
      face.start();
      page.close();
      await until(() => times === 1);
    },
  },
];
