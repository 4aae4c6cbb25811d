import { describe, expect, it } from '@jest/globals';
import { Notices } from '../../../../../src/main/electron/alerts/notices.ts';
import { StandInNotices } from '../../../../support/electron/stand-ins/notices.ts';

const NOTICE = { key: 'alert', title: 'Lifeboat: not protected', body: 'Backups are failing.', isUrgent: true };

describe('a message on the desktop', () => {
  it('leads to Home, or to the place it is about, at a click', () => {
    const opened: string[] = [];
    const face = new StandInNotices();
    const notices = new Notices({ face, open: (place) => opened.push(place), onTold: () => undefined });
    notices.show(NOTICE);
    face.personClicks('alert');
    notices.show({ ...NOTICE, place: '/runs/7' });
    face.personClicks('alert');
    expect(opened).toEqual(['/', '/runs/7']);
  });

  it('that cannot be shown is told, and ends nothing', () => {
    const failures: (string | undefined)[] = [];
    const face = new StandInNotices();
    const told = new Notices({ face, open: () => undefined, onTold: (why) => failures.push(why) });
    told.show(NOTICE);
    face.isRefused('alert', 'not signed');
    const throwing = new Notices({
      face: {
        show: () => {
          throw new Error('no server');
        },
      },
      open: () => undefined,
      onTold: (why) => failures.push(why),
    });
    throwing.show(NOTICE);
    expect(failures).toEqual([undefined, 'not signed', 'Error: no server']);
  });
});
