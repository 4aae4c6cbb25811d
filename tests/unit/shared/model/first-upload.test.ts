import { describe, expect, test } from '@jest/globals';
import { estimateFirstUpload } from '../../../../src/shared/model/first-upload.ts';

const GB = 1_000_000_000;
const sources = [
  { tier: 'important' as const, bytes: 20 * GB },
  { tier: 'critical' as const, bytes: 3 * GB },
  { tier: 'critical' as const, bytes: 1 * GB },
];

describe('the first upload', () => {
  test('goes tier by tier, the most urgent first', () => {
    expect(estimateFirstUpload({ sources, bytesPerSecond: 1_000_000 })).toEqual({
      tiers: [
        { tier: 'critical', seconds: 4000 },
        { tier: 'important', seconds: 24_000 },
      ],
      seconds: 24_000,
    });
  });

  test('is shorter for what can be compressed, and longer where the line is shared while the pharmacy is open', () => {
    expect(estimateFirstUpload({ sources, bytesPerSecond: 1_000_000, share: 0.5 }).seconds).toBe(12_000);
    const shared = { sources, bytesPerSecond: 1_000_000, limits: { whileOpen: 200_000 }, openHours: 12 };
    expect(estimateFirstUpload(shared).seconds).toBe(40_000);
    // A limit above what the line gives changes nothing.
    expect(estimateFirstUpload({ ...shared, limits: { whileOpen: 9_000_000 } }).seconds).toBe(24_000);
  });

  test('never ends without a line, and takes no time where there is nothing', () => {
    expect(estimateFirstUpload({ sources, bytesPerSecond: 0 })).toEqual({ tiers: [], seconds: undefined });
    expect(estimateFirstUpload({ sources: [], bytesPerSecond: 1 })).toEqual({ tiers: [], seconds: 0 });
  });
});
