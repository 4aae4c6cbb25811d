import assert from 'node:assert/strict';
import type { NoticeFace, NoticeHooks } from '../../../src/main/electron/alerts/notice.ts';
import type { AdapterPromise } from './promise.ts';

export interface NoticesOnTrial {
  face: NoticeFace;
  /** Clicks the message with this key, if it is there; whether it was. */
  personClicks: (key: string) => boolean;
  /** The operating system does not show the message with this key. */
  isRefused: (key: string, why: string) => void;
  /** It does. */
  isShown: (key: string) => void;
  end: () => void;
}

const NOTICE = { key: 'alert', title: 'Lifeboat: not protected', body: 'Backups are failing.', isUrgent: true };

function hooks(): NoticeHooks & { did: string[] } {
  const did: string[] = [];
  // Whether and when a message appears is the desktop's own matter: it is told apart.
  return { did, clicked: () => did.push('clicked'), shown: () => undefined, failed: (why) => did.push(`failed: ${why}`) };
}

export const noticePromises: readonly AdapterPromise<NoticesOnTrial>[] = [
  {
    what: 'tells of a click on a message, urgent or not',
    holds: ({ face, personClicks }) => {
      const [urgent, calm] = [hooks(), hooks()];
      face.show(NOTICE, urgent);
      face.show({ ...NOTICE, key: 'answer', isUrgent: false }, calm);
      assert.ok(personClicks('alert'));
      assert.ok(personClicks('answer'));
      assert.deepEqual([urgent.did, calm.did], [['clicked'], ['clicked']]);
    },
  },
  {
    what: 'puts a newer message with the same key in the place of the older',
    holds: ({ face, personClicks }) => {
      const [older, newer] = [hooks(), hooks()];
      face.show(NOTICE, older);
      face.show({ ...NOTICE, body: 'Backups work again.' }, newer);
      assert.ok(personClicks('alert'));
      assert.deepEqual([older.did, newer.did], [[], ['clicked']]);
    },
  },
  {
    what: 'says why a message was not shown',
    holds: ({ face, isRefused }) => {
      const heard = hooks();
      face.show(NOTICE, heard);
      isRefused('alert', 'the app is not signed');
      assert.deepEqual(heard.did, ['failed: the app is not signed']);
    },
  },
  {
    what: 'says that a message was shown',
    holds: ({ face, isShown }) => {
      let times = 0;
      face.show(NOTICE, { ...hooks(), shown: () => (times += 1) });
      const before = times;
      isShown('alert');
      assert.equal(times, before + 1);
    },
  },
];
