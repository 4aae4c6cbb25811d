import { describe, expect, test } from '@jest/globals';
import { newBytesEachDay, uploadEnds, type UploadSurroundings } from '../../../../src/shared/model/first-upload.ts';

const MB = 1_000_000;
/** Monday, 08:00 in Chicago. */
const MONDAY = new Date('2026-11-30T14:00:00Z');
const DAY = { from: '09:00', to: '18:00' };
const LINE: UploadSurroundings = {
  openingHours: { monday: [DAY], tuesday: [DAY], wednesday: [DAY], thursday: [DAY], friday: [DAY] },
  timeZone: 'America/Chicago',
  bandwidth: {},
  bytesPerSecond: MB,
};

describe('how long the first upload takes', () => {
  test('is what the line carries where nothing limits it', () => {
    expect(uploadEnds(3600 * MB, MONDAY, LINE)?.toISOString()).toBe('2026-11-30T15:00:00.000Z');
    expect(uploadEnds(0, MONDAY, LINE)).toEqual(MONDAY);
  });

  test('goes slowly while the pharmacy is open, and makes up for it at night', () => {
    const polite = { ...LINE, bandwidth: { whileOpen: MB / 10 } };
    // One hour before opening at full speed, nine open hours at a tenth, then full speed again.
    const bytes = (3600 + 9 * 360 + 1800) * MB;
    expect(uploadEnds(bytes, MONDAY, polite)?.toISOString()).toBe('2026-12-01T00:30:00.000Z');
  });

  test('never goes faster than the line, whatever the limit', () => {
    expect(uploadEnds(3600 * MB, MONDAY, { ...LINE, bandwidth: { whileOpen: 50 * MB, whileClosed: 50 * MB } })).toEqual(
      uploadEnds(3600 * MB, MONDAY, LINE),
    );
  });

  test('counts as open around the clock where no opening hours are known', () => {
    const always = { ...LINE, openingHours: {}, bandwidth: { whileOpen: MB / 2 } };
    expect(uploadEnds(3600 * MB, MONDAY, always)?.toISOString()).toBe('2026-11-30T16:00:00.000Z');
  });

  test('has no end that anybody would wait for on a line that carries next to nothing', () => {
    expect(uploadEnds(1_000_000 * MB, MONDAY, { ...LINE, bytesPerSecond: 1000 })).toBeUndefined();
    expect(uploadEnds(MB, MONDAY, { ...LINE, bytesPerSecond: 0 })).toBeUndefined();
  });
});

test('a day brings about a hundredth of a database and little of a folder', () => {
  const each = newBytesEachDay([
    { kind: 'sqlserver', bytes: 4000 * MB },
    { kind: 'folder', bytes: 10_000 * MB },
  ]);
  expect(each).toBe(60 * MB);
});
