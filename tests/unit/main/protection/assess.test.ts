import { describe, expect, test } from '@jest/globals';
import { assessProtection, type ProtectionFacts } from '../../../../src/main/protection/index.ts';
import { type Disaster, protectionSchema } from '../../../../src/shared/model/protection.ts';
import {
  AT_ELEVEN,
  AZURE,
  copy,
  DRIVE_A,
  DRIVE_B,
  healthyFacts,
  probe,
  proof,
  withCopy,
  withPlace,
  withSource,
  YESTERDAY,
} from './healthy-facts.ts';

const disaster = (facts: ProtectionFacts, name: Disaster['disaster']): Disaster =>
  assessProtection(facts).disasters.find((one) => one.disaster === name)!;

describe('the grid', () => {
  test('says until when nobody can destroy the newest copy', () => {
    const cells = assessProtection(healthyFacts()).coverage.filter(({ source }) => source === 'dispensing');
    expect(cells.map(({ destination, lockedUntil }) => [destination, lockedUntil])).toEqual([
      ['usb', undefined],
      ['usb', undefined],
      ['azure', new Date(Date.parse(AT_ELEVEN) + 30 * 24 * 60 * 60 * 1000).toISOString()],
    ]);
  });
});

describe('a PC that dies', () => {
  test('does not take a folder with it that is elsewhere', () => {
    const onlyFolder = (site: 'on-site' | 'off-site') => {
      const facts = healthyFacts();
      return assessProtection({ ...facts, places: [{ ...facts.places[2]!, kind: 'folder' as const, site }] }).disasters;
    };
    expect(onlyFolder('off-site').map(({ destination }) => destination)).toEqual(['azure', 'azure', 'azure']);
    expect(onlyFolder('on-site').map(({ destination }) => destination)).toEqual([undefined, undefined, 'azure']);
  });
});

describe('what a disaster would cost', () => {
  test('each from the copy that survives it', () => {
    const { disasters, ...rest } = assessProtection(healthyFacts());
    expect(protectionSchema.parse({ disasters, ...rest })).toEqual({ disasters, ...rest });
    // The newest copies are of 11:00, the next run is at 12:00.
    expect(disasters).toEqual([
      // 120 s were measured for half of the bytes it has now.
      { disaster: 'pc-dies', ...DRIVE_A, loseMinutes: 60, backInMinutes: 4, measuredBy: 'proof', measuredAt: proof(1).at, isProven: true },
      {
        disaster: 'building-burns',
        ...AZURE,
        loseMinutes: 60,
        backInMinutes: 120,
        measuredBy: 'proof',
        measuredAt: proof(1).at,
        isProven: true,
      },
      {
        disaster: 'ransomware',
        ...AZURE,
        loseMinutes: 60,
        backInMinutes: 120,
        measuredBy: 'proof',
        measuredAt: proof(1).at,
        isProven: true,
        lockedUntil: '2026-08-07T16:00:00.000Z',
      },
    ]);
  });

  test('time in which the pharmacy is closed costs no work', () => {
    // 22:00: the copies of 11:00, and seven hours of work since; the next run is tomorrow at 10:00.
    expect(disaster({ ...healthyFacts(), now: '2026-07-09T03:00:00.000Z' }, 'pc-dies').loseMinutes).toBe(7 * 60 + 60);
  });

  test('a folder on this PC dies with it', () => {
    const facts = healthyFacts();
    const local = {
      ...facts,
      places: facts.places.filter((place) => place.destination === 'usb').map((place) => ({ ...place, kind: 'folder' as const })),
    };
    expect(disaster(local, 'pc-dies')).toEqual({ disaster: 'pc-dies', measuredBy: 'not-measured', isProven: false });
  });

  test('a fresh copy elsewhere goes before an old one in the house', () => {
    const oldA = withCopy(healthyFacts(), 'dispensing', DRIVE_A, { points: copy(DRIVE_A, '2026-07-07T20:00:00.000Z').points });
    expect(disaster(oldA, 'pc-dies')).toMatchObject(AZURE);
  });

  test('without a trial restore the line speed tells, without that nothing', () => {
    const unproven = withCopy(healthyFacts(), 'dispensing', AZURE, { lastPassed: undefined, lastProof: undefined });
    // 600 MiB at 2 MiB a second.
    expect(disaster(unproven, 'building-burns')).toMatchObject({
      backInMinutes: 5,
      measuredBy: 'line-speed',
      measuredAt: probe().at,
      isProven: false,
    });
    const unmeasured = disaster(withPlace(unproven, AZURE, { probes: [] }), 'building-burns');
    expect(unmeasured).toMatchObject({ measuredBy: 'not-measured' });
    expect(unmeasured.backInMinutes).toBeUndefined();
  });

  test('ransomware leaves only what was clean, where nobody here could reach it', () => {
    const points = [
      { point: 'bad', time: AT_ELEVEN, bytes: 1, passed: false },
      { point: 'good', time: YESTERDAY, bytes: 300 * 1024 ** 2, passed: true },
    ];
    const shrunk = withCopy(healthyFacts(), 'dispensing', AZURE, { points });
    const online = withPlace(shrunk, DRIVE_B, { isolation: 'online' });
    expect(disaster(online, 'ransomware')).toMatchObject({ ...AZURE, loseMinutes: 180, backInMinutes: 60 });
    const destructible = withPlace(online, AZURE, { probes: [probe()] });
    expect(disaster(destructible, 'ransomware').destination).toBeUndefined();
  });

  test('a place that lacks a critical source gives no number', () => {
    const facts = withSource(healthyFacts(), 'images', () => ({ tier: 'critical' }));
    const lacking = withCopy(facts, 'images', AZURE, { points: [] });
    const line = disaster(lacking, 'building-burns');
    expect(line).toMatchObject({ destination: 'azure', isProven: false });
    expect(line.loseMinutes).toBeUndefined();
  });
});

describe('the grid and the rule', () => {
  const mark = (facts: ProtectionFacts, disk: string | undefined) =>
    assessProtection(facts).coverage.find((one) => one.source === 'dispensing' && one.disk === disk)?.mark;

  test('marks what is at each place', () => {
    expect([mark(healthyFacts(), 'drive-a'), mark(healthyFacts(), 'drive-b'), mark(healthyFacts(), undefined)]).toEqual([
      'fine',
      'away',
      'fine',
    ]);
    const running = { status: 'running', at: AT_ELEVEN, reason: undefined, error: undefined } as const;
    const azure = (change: Parameters<typeof withCopy>[3]) => mark(withCopy(healthyFacts(), 'dispensing', AZURE, change), undefined);
    expect(azure({ points: [], lastJob: running })).toBe('first-upload');
    expect(azure({ points: [] })).toBe('never');
    expect(azure({ lastJob: { ...running, status: 'failed' } })).toBe('failing');
    expect(azure({ points: copy(AZURE, '2026-07-06T20:00:00.000Z').points })).toBe('behind');
    expect(mark(withPlace(healthyFacts(), AZURE, { state: 'unreachable' }), undefined)).toBe('failing');
  });

  test('3-2-1-1-0', () => {
    expect(assessProtection(healthyFacts()).threeTwoOne).toEqual({
      copies: 4,
      kinds: 3,
      offSite: 1,
      indestructible: 2,
      errors: 0,
      isMet: true,
    });
    const failed = withCopy(healthyFacts(), 'dispensing', AZURE, { lastProof: proof(1, { passed: false }) });
    expect(assessProtection(failed).threeTwoOne).toMatchObject({ errors: 1, isMet: false });
    expect(assessProtection({ ...healthyFacts(), sources: [] }).threeTwoOne).toMatchObject({ copies: 1, isMet: false });
  });
});

describe('room', () => {
  const days = (looks: readonly [string, number][]) =>
    assessProtection(withPlace(healthyFacts(), DRIVE_A, { probes: looks.map(([at, freeBytes]) => probe({ at, freeBytes })) })).space.find(
      ({ disk }) => disk === 'drive-a',
    );

  test('is forecast by a straight line', () => {
    expect(
      days([
        ['2026-07-08T00:00:00Z', 80e9],
        ['2026-07-04T00:00:00Z', 84e9],
        ['2026-07-01T00:00:00Z', 87e9],
      ])?.fullInDays,
    ).toBeCloseTo(80, 3);
  });

  test('is not forecast from too little, or where it grows', () => {
    expect(
      days([
        ['2026-07-08T00:00:00Z', 80e9],
        ['2026-07-01T00:00:00Z', 87e9],
      ])?.fullInDays,
    ).toBeUndefined();
    expect(
      days([
        ['2026-07-08T00:00:00Z', 80e9],
        ['2026-07-07T00:00:00Z', 84e9],
        ['2026-07-06T00:00:00Z', 87e9],
      ])?.fullInDays,
    ).toBeUndefined();
    expect(
      days([
        ['2026-07-08T00:00:00Z', 90e9],
        ['2026-07-04T00:00:00Z', 84e9],
        ['2026-07-01T00:00:00Z', 87e9],
      ]),
    ).toEqual({ ...DRIVE_A, freeBytes: 90e9 });
    expect(days([])).toBeUndefined();
  });
});
