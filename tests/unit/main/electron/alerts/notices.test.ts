import { describe, expect, it } from '@jest/globals';
import { Notices } from '../../../../../src/main/electron/alerts/notices.ts';

const NOTICE = { key: 'alert', title: 'Lifeboat: not protected', body: 'Backups are failing.', isUrgent: true };

describe('a message on the desktop', () => {
  it('leads to Home, or to the place it is about, at a click', () => {
    const opened: string[] = [];
    const clicks: (() => void)[] = [];
    const notices = new Notices({
      face: { show: (_notice, { clicked }) => void clicks.push(clicked) },
      open: (place) => opened.push(place),
      onFailure: () => undefined,
    });
    notices.show(NOTICE);
    notices.show({ ...NOTICE, place: '/runs/7' });
    for (const click of clicks) click();
    expect(opened).toEqual(['/', '/runs/7']);
  });

  it('that cannot be shown is told, and ends nothing', () => {
    const failures: string[] = [];
    const told = new Notices({
      face: { show: (_notice, { failed }) => failed('not signed') },
      open: () => undefined,
      onFailure: (why) => failures.push(why),
    });
    told.show(NOTICE);
    const throwing = new Notices({
      face: {
        show: () => {
          throw new Error('no server');
        },
      },
      open: () => undefined,
      onFailure: (why) => failures.push(why),
    });
    throwing.show(NOTICE);
    expect(failures).toEqual(['not signed', 'Error: no server']);
  });
});
