import { expect, it } from '@jest/globals';
import { kitIsStale, kitPlaces } from '../../../../src/shared/model/recovery-kit.ts';

it('a kit is stale when it no longer says what it should', () => {
  expect(kitIsStale({ contentsDigest: 'a' }, 'a')).toBe(false);
  expect(kitIsStale({ contentsDigest: 'a' }, 'b')).toBe(true);
});

it('places are named without anything secret or fleeting', () => {
  const disk = { id: 'a', label: 'Drive A', marker: 'a secret marker 1234', volumeId: 'volume' };
  const common = { name: 'Drives', site: 'off-site', isolation: 'offline' } as const;
  const set = { id: 'usb', kind: 'usb-set', disks: [disk], awayLimitDays: 7, ...common } as const;
  const folderOf = ({ folder = 'repository' }: { folder?: string | undefined }): string => `Lifeboat/${folder}`;
  const places = kitPlaces([{ ...set, disks: [disk] }], folderOf);
  expect(places).toEqual([{ name: 'Drives', site: 'off-site', kind: 'usb-set', labels: ['Drive A'], path: 'Lifeboat/repository' }]);
  const newer = { ...disk, id: 'b', label: 'Drive B', folder: 'repository-2' };
  expect(kitPlaces([{ ...set, disks: [disk, newer] }], folderOf)).toMatchObject([
    { labels: ['Drive A'], path: 'Lifeboat/repository' },
    { labels: ['Drive B'], path: 'Lifeboat/repository-2' },
  ]);
});
