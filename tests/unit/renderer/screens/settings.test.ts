import { expect, it } from '@jest/globals';
import { momentOf } from '../../../../src/renderer/screens/attack/since.ts';
import { areQuietHours } from '../../../../src/renderer/screens/settings/when/quiet-hours-of.ts';

it('quiet hours need two different times; they may go over midnight', () => {
  expect(areQuietHours([])).toBe(true);
  expect(areQuietHours([{ from: '22:00', to: '06:00' }])).toBe(true);
  expect(areQuietHours([{ from: '22:00', to: '22:00' }])).toBe(false);
  expect(areQuietHours([{ from: '22:00', to: '' }])).toBe(false);
});

it('the beginning of an attack lies rather too early', () => {
  const now = new Date('2026-07-08T10:00:00Z');
  expect(momentOf('now', now)).toBe('2026-07-08T09:00:00.000Z');
  expect(momentOf('yesterday', now)).toBe('2026-07-06T22:00:00.000Z');
});
