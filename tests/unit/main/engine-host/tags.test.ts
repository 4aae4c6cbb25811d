import { describe, expect, it } from '@jest/globals';
import type { SnapshotEntry } from '../../../../src/main/engine/index.ts';
import { CRASH_CONSISTENT, hasTag, sourceTag, tagValue, tookOverTag } from '../../../../src/main/engine-host/work/tags.ts';

const entry = (...tags: string[]): SnapshotEntry => ({ id: 'x', snapshot: { tags } }) as unknown as SnapshotEntry;

describe('facts in tags', () => {
  it('are read back as they were written', () => {
    expect(tagValue(entry('run:1', sourceTag('dispensing')), 'source')).toBe('dispensing');
    expect(tagValue(entry('installation:a:b'), 'installation')).toBe('a:b');
  });

  it('are not taken from tags that only look like them', () => {
    const odd = entry('sources:x', 'my-source:y', 'source', CRASH_CONSISTENT.toUpperCase(), tookOverTag('a'));
    expect(tagValue(odd, 'source')).toBeUndefined();
    expect(hasTag(odd, CRASH_CONSISTENT)).toBe(false);
    expect(hasTag(odd, tookOverTag('ab'))).toBe(false);
  });

  it('are absent from snapshots without any', () => {
    const bare = { id: 'x', snapshot: {} } as unknown as SnapshotEntry;
    expect(tagValue(bare, 'source')).toBeUndefined();
    expect(hasTag(bare, CRASH_CONSISTENT)).toBe(false);
  });
});
