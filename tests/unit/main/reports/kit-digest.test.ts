import { expect, it } from '@jest/globals';
import { kitDigest } from '../../../../src/main/reports/index.ts';
import type { KitFacts } from '../../../../src/shared/model/recovery-kit.ts';
import { sampleKit } from '../../../support/sample-kit.ts';

it('says the same of two kits that say the same, whatever their keys and dates', async () => {
  const one = await sampleKit();
  const other = await sampleKit({ madeAt: '2027-01-01T00:00:00Z', places: structuredClone(one.places) });
  expect(other.recoveryKey).not.toBe(one.recoveryKey);
  expect(kitDigest(other)).toBe(kitDigest(one));
  expect(kitDigest(one)).toMatch(/^[0-9a-f]{64}$/);
});

it('does not depend on the order of fields', () => {
  const place = { name: 'Folder', site: 'on-site', kind: 'folder', path: '/copies' } as const;
  const turned = { path: '/copies', kind: 'folder', site: 'on-site', name: 'Folder' } as const;
  const facts = { pharmacy: 'One', holder: 'owner', access: undefined } as const;
  expect(kitDigest({ ...facts, places: [place] })).toBe(kitDigest({ places: [turned], ...facts }));
});

it.each<[string, Partial<KitFacts>]>([
  ['the pharmacy', { pharmacy: 'Another' }],
  ['the holder', { holder: 'pharmacist-in-charge' }],
  ['the places', { places: [] }],
  ['the access data', { access: 'another' }],
])('changes with %s', async (_, change) => {
  const kit = await sampleKit();
  expect(kitDigest({ ...kit, ...change })).not.toBe(kitDigest(kit));
});
