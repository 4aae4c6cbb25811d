import { describe, expect, it } from '@jest/globals';
import { keptLines } from '../../../../src/renderer/components/keeping/kept-lines.ts';
import type { MadePoint } from '../../../../src/shared/model/timeline.ts';
import { keepingTexts } from '../../../../src/shared/text/index.ts';

const names = {
  language: 'en',
  timeZone: 'UTC',
  sourceName: (id: string) => id.toUpperCase(),
  personName: (id: string) => (id === 'ana' ? 'Ana' : undefined),
} as const;
const point = (source: string, kept?: MadePoint['kept']): MadePoint => ({ point: source, source, time: '2026-07-08T10:00:00Z', kept });
const lines = (...points: MadePoint[]) => keptLines(points, keepingTexts('en'), names);
const at = '2026-07-09T10:00:00Z';

describe('whether restore points are kept', () => {
  it('is said once where it is the same for all', () => {
    expect(lines(point('a'), point('b'))).toEqual([keepingTexts('en').notKept]);
    expect(lines(point('a', { at, reason: 'person', by: 'ana', note: 'year end' }))).toEqual([
      expect.stringMatching(/^Kept for good since .*Jul 9.*, by Ana\. “year end”$/),
    ]);
  });

  it('is said of each source where it is not, with why', () => {
    const [first, second] = lines(point('a', { at, reason: 'vendor-update' }), point('b'));
    expect(first).toMatch(/^A: Kept for good since .*: it is from before an update by the vendor\.$/);
    expect(second).toBe(`B: ${keepingTexts('en').notKept}`);
  });
});
