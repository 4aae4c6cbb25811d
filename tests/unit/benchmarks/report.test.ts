import { describe, expect, test } from '@jest/globals';
import { tableOf } from '../../../benchmarks/report.ts';
import type { Measurement } from '../../../benchmarks/round.ts';
import { median } from '../../../benchmarks/summary.ts';

const base = { step: 'first backup', cpuSeconds: 2, peakBytes: 1 << 20, storedBytes: 1 << 20 } as const;
const measurements: Measurement[] = [
  { ...base, tool: 'ours', seconds: 1 },
  { ...base, tool: 'ours', seconds: 3, peakBytes: 4 << 20 },
  { ...base, tool: 'ours', seconds: 2 },
  { ...base, tool: 'theirs', seconds: 4, cpuSeconds: 8, storedBytes: undefined },
];

describe('tableOf', () => {
  test('shows medians, spread and the largest memory, and ours by theirs', () => {
    const [, , ours, theirs, ratio] = tableOf(measurements, ['ours', 'theirs'])
      .split('\n')
      .map((line) => line.trim().split(/\s{2,}/));
    expect(ours).toEqual(['ours', '2.00 s', '1.00 - 3.00', '2.00 s', '4.00 MiB', '1.00 MiB']);
    expect(theirs).toEqual(['theirs', '4.00 s', '4.00 - 4.00', '8.00 s', '1.00 MiB']);
    expect(ratio).toEqual(['ours / theirs', '0.50x', '0.25x', '4.00x']);
  });
});

describe('median', () => {
  test.each([
    [[5], 5],
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});
