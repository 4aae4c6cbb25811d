import { describe, expect, test } from '@jest/globals';
import {
  addBreak,
  hoursAreSound,
  isInOrder,
  likeDay,
  removeBreak,
  setOpen,
  setTime,
  USUAL_HOURS,
} from '../../../../src/renderer/components/opening-hours/change-hours.ts';
import { openingHoursSchema } from '../../../../src/shared/model/schedule.ts';

describe('opening hours as a person enters them', () => {
  test('begin with what most pharmacies have', () => {
    expect(openingHoursSchema.parse(USUAL_HOURS)).toEqual(USUAL_HOURS);
    expect(USUAL_HOURS.sunday).toBeUndefined();
  });

  test('open and close a day', () => {
    const open = setOpen(USUAL_HOURS, 'sunday', true);
    expect(open.sunday).toHaveLength(1);
    expect(setOpen(open, 'sunday', false)).toEqual(USUAL_HOURS);
  });

  test('get a break in the middle and lose it again', () => {
    const broken = addBreak(USUAL_HOURS, 'monday');
    expect(broken.monday).toEqual([
      { from: '09:00', to: '13:00' },
      { from: '14:00', to: '18:00' },
    ]);
    expect(removeBreak(broken, 'monday')).toEqual(USUAL_HOURS);
    expect(addBreak({}, 'monday')).toEqual({});
  });

  test('spread over Monday to Friday, and no further', () => {
    const spread = likeDay(setTime(USUAL_HOURS, 'tuesday', 0, { to: '19:30' }), 'tuesday');
    expect(spread.friday).toEqual([{ from: '09:00', to: '19:30' }]);
    expect(spread.saturday).toEqual(USUAL_HOURS.saturday);
  });

  test('are sound only if each time is later than the one before', () => {
    expect(hoursAreSound(USUAL_HOURS)).toBe(true);
    expect(isInOrder([{ from: '18:00', to: '09:00' }])).toBe(false);
    expect(isInOrder([{ from: '', to: '09:00' }])).toBe(false);
    expect(
      isInOrder([
        { from: '09:00', to: '13:00' },
        { from: '12:00', to: '18:00' },
      ]),
    ).toBe(false);
  });
});
