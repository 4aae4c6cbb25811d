import { describe, expect, test } from '@jest/globals';
import {
  credentialOf,
  emptyPlace,
  typedOfPlace,
  valueOfPlace,
  withoutCredential,
} from '../../../../src/renderer/components/place-form/typed-place.ts';
import { ruleOf } from '../../../../src/renderer/components/three-two-one/rule-of.ts';
import { writtenPlaceSchema } from '../../../../src/shared/model/open-forms.ts';
import { type Destination, destinationSchema, type Probe } from '../../../../src/shared/model/destination.ts';

const common = { id: 'place', name: 'Place', site: 'off-site', isolation: 'online' };
const DISK = { id: 'drive-a', label: 'Drive A', marker: 'a marker of this disk' };
const PLACES: Destination[] = [
  { ...common, kind: 'folder', path: '/copies', site: 'on-site' },
  { ...common, kind: 'network-folder', path: '\\\\NAS\\lifeboat' },
  { ...common, kind: 'usb-set', disks: [DISK], awayLimitDays: 5, isolation: 'offline' },
  { ...common, kind: 'azure', account: 'pharmacy', container: 'copies', prefix: 'a', endpoint: 'https://example.com' },
].map((place) => destinationSchema.parse(place));
const PROBE: Probe = { at: '2026-11-24T12:00:00Z', bytesPerSecondRead: 1, bytesPerSecondWritten: 1, canDestroy: true };

describe('a place in its form', () => {
  test.each(PLACES.map((place) => [place.kind, place] as const))('comes out as it went in: %s', (_kind, place) => {
    expect(destinationSchema.parse(valueOfPlace(typedOfPlace(place), place, []))).toEqual(place);
  });

  test('is kept as a draft without what opens it, and a draft with that is refused', () => {
    const typed = { ...emptyPlace('azure', 'Azure'), credential: 'AccountKey=a2V5' };
    expect(writtenPlaceSchema.parse(withoutCredential(typed))).not.toHaveProperty('credential');
    expect(writtenPlaceSchema.safeParse(typed).success).toBe(false);
  });

  test('a connection string says where its account is', () => {
    const credential = 'BlobEndpoint=http://127.0.0.1:10000/dev;AccountName=dev;AccountKey=a2V5';
    const typed = { ...emptyPlace('azure', 'Azure'), credential };
    expect(valueOfPlace(typed, undefined, ['azure'])).toMatchObject({
      id: 'azure-2',
      account: 'dev',
      endpoint: 'http://127.0.0.1:10000/dev',
    });
    expect(credentialOf(typed)).toEqual({ connectionString: credential });
    const usual = { ...typed, credential: 'AccountName=dev;AccountKey=a2V5;EndpointSuffix=core.windows.net' };
    expect(valueOfPlace(usual, undefined, [])).not.toHaveProperty('endpoint');
  });

  test('a secret is handed over only to a cloud', () => {
    expect(credentialOf({ ...emptyPlace('folder', 'Disk'), credential: 'x' })).toBeUndefined();
    expect(credentialOf(emptyPlace('azure', 'Azure'))).toBeUndefined();
  });
});

describe('the 3-2-1 rule', () => {
  test('without a place there is only the data itself', () => {
    expect(ruleOf([])).toEqual({ copies: 1, kinds: 1, onSite: 0, offSite: 0, indestructible: 0 });
  });

  test('counts copies, kinds, sites, and what this PC could not destroy', () => {
    const [folder, , drives, azure] = PLACES;
    const places = [folder!, drives!, azure!].map((destination) => ({ destination, lastProbe: PROBE }));
    expect(ruleOf(places)).toEqual({ copies: 4, kinds: 3, onSite: 1, offSite: 2, indestructible: 1 });
    const narrow = { destination: azure!, lastProbe: { ...PROBE, canDestroy: false } };
    expect(ruleOf([narrow]).indestructible).toBe(1);
  });

  test('a set without a drive keeps nothing', () => {
    const empty = destinationSchema.parse({ ...PLACES[2], disks: [] });
    expect(ruleOf([{ destination: empty }])).toEqual({ copies: 1, kinds: 1, onSite: 0, offSite: 0, indestructible: 0 });
  });
});
