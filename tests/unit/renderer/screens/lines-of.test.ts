import { describe, expect, test } from '@jest/globals';
import { changesOf, type FoundSource, keptOf, linesOf } from '../../../../src/renderer/screens/setup/what/lines-of.ts';
import { type SingleSource, singleSourceSchema, sourceSchema } from '../../../../src/shared/model/source.ts';

const folder = (id: string, tier = 'important'): SingleSource =>
  singleSourceSchema.parse({ kind: 'folder', id, name: id, tier, paths: [`/${id}`] });
const found = (source: SingleSource, more: Partial<FoundSource> = {}): FoundSource => ({
  source,
  isInUse: false,
  isProtected: false,
  isSetAside: false,
  ...more,
});
const POSTGRES = singleSourceSchema.parse({
  kind: 'postgresql',
  id: 'postgresql',
  name: 'PostgreSQL',
  tier: 'critical',
  database: 'pharmacy',
  user: 'lifeboat',
});

describe('what is and could be protected', () => {
  test('suggests what matters, and never a server whose account nobody named', () => {
    const lines = linesOf({ stored: [], found: [found(folder('papers', 'standard')), found(folder('scans')), found(POSTGRES)], kept: [] });
    expect(lines.map(({ source, isChosen }) => [source.id, isChosen])).toEqual([
      ['postgresql', false],
      ['scans', true],
      ['papers', false],
    ]);
    expect(lines[0]?.needsAccount).toBe(true);
  });

  test('remembers what a person chose, its tier and its size', () => {
    const first = linesOf({ stored: [], found: [found(folder('scans'), { bytes: 7 })], kept: [] });
    const kept = keptOf(first.map((line) => ({ ...line, isChosen: false, source: { ...line.source, tier: 'critical' as const } })));
    const [line] = linesOf({ stored: [], found: [found(folder('scans'))], kept });
    expect(line).toMatchObject({ isChosen: false, bytes: 7, source: { tier: 'critical' } });
  });

  test('does not show twice what is stored meanwhile, on its own or in a group', () => {
    const scans = folder('scans');
    const group = sourceSchema.parse({ kind: 'group', id: 'both', name: 'Both', tier: 'critical', members: [scans, folder('rx')] });
    expect(linesOf({ stored: [scans], found: [found(scans)], kept: [] })).toHaveLength(1);
    expect(linesOf({ stored: [group], found: [found(scans)], kept: [] }).map(({ source }) => source.id)).toEqual(['both']);
    expect(linesOf({ stored: [], found: [found(scans, { isProtected: true })], kept: [] })).toEqual([]);
  });

  test('gives two finds of one name two ids', () => {
    const lines = linesOf({
      stored: [],
      found: [found(folder('scans')), found({ ...folder('scans'), paths: ['/other'] } as SingleSource)],
      kept: [],
    });
    expect(lines.map(({ source }) => source.id)).toEqual(['scans', 'scans-2']);
  });

  test('stores exactly what is chosen', () => {
    const stored = [folder('a'), folder('b'), folder('c')];
    const [a, b, c] = linesOf({ stored, found: [], kept: [] });
    const fresh = linesOf({ stored: [], found: [found(folder('d'))], kept: [] });
    const lines = [a!, { ...b!, isChosen: false }, { ...c!, source: { ...c!.source, tier: 'critical' as const } }, ...fresh];
    const { put, remove } = changesOf(lines, stored);
    expect(put.map(({ id }) => id)).toEqual(['c', 'd']);
    expect(remove).toEqual(['b']);
  });
});
