import type { CopyFacts, PlaceFacts, ProtectionFacts, SourceFacts, SourceState } from '../../../../src/main/protection/index.ts';
import type { Probe, RepositoryRef } from '../../../../src/shared/model/destination.ts';
import type { OpeningHours } from '../../../../src/shared/model/schedule.ts';
import { defaultTiers } from '../../../../src/shared/model/tier-defaults.ts';

const SHOP = { from: '09:00', to: '18:00' };
export const HOURS: OpeningHours = {
  monday: [SHOP],
  tuesday: [SHOP],
  wednesday: [SHOP],
  thursday: [SHOP],
  friday: [SHOP],
  saturday: [{ from: '09:00', to: '13:00' }],
};

/** A Wednesday, 11:20 in Chicago, the pharmacy is open. */
export const NOW = '2026-07-08T16:20:00.000Z';
/** Today 11:00, yesterday 18:00, three days ago. */
export const AT_ELEVEN = '2026-07-08T16:00:00.000Z';
export const YESTERDAY = '2026-07-07T23:00:00.000Z';
const DAYS_AGO = '2026-07-05T23:45:00.000Z';

export const DRIVE_A: RepositoryRef = { destination: 'usb', disk: 'drive-a' };
export const DRIVE_B: RepositoryRef = { destination: 'usb', disk: 'drive-b' };
export const AZURE: RepositoryRef = { destination: 'azure' };

const MIB = 1024 ** 2;
export const probe = (more: Partial<Probe> = {}): Probe => ({
  at: '2026-07-06T15:00:00.000Z',
  bytesPerSecondWritten: MIB,
  bytesPerSecondRead: 2 * MIB,
  freeBytes: 500 * 1024 * MIB,
  canDestroy: true,
  ...more,
});

/** Somebody's wish to change part of a healthy pharmacy. The facts are fresh at each call. */
export function healthyFacts(): ProtectionFacts {
  return {
    now: NOW,
    clock: { timeZone: 'America/Chicago', openingHours: HOURS },
    tiers: defaultTiers(HOURS),
    profile: 'standard',
    sources: [dispensing(), images()],
    places: [
      place(DRIVE_A, { site: 'on-site', isolation: 'offline', kind: 'usb-set', awayLimitDays: 7, lastSeenAt: NOW }),
      place(DRIVE_B, {
        site: 'on-site',
        isolation: 'offline',
        kind: 'usb-set',
        awayLimitDays: 7,
        state: 'away',
        lastSeenAt: YESTERDAY,
        lastDetachedAt: YESTERDAY,
      }),
      place(AZURE, {
        site: 'off-site',
        isolation: 'immutable',
        kind: 'azure',
        probes: [probe({ canDestroy: false, immutabilityDays: 30, freeBytes: undefined })],
      }),
    ],
    people: { reachable: 2 },
    kit: {
      records: [{ at: DAYS_AGO, holder: 'owner', keyId: 'k1', contentsDigest: 'd1' }],
      tests: [{ at: DAYS_AGO, destination: 'azure', holder: 'owner', passed: true }],
      contentsDigest: 'd1',
    },
    owner: { engine: 'running', vault: 'fine', isClockTrusted: true, unprotected: 0 },
  };
}

function dispensing(): SourceFacts {
  return source('dispensing', AT_ELEVEN, {
    kind: 'sqlite',
    tier: 'critical',
    movesDaily: true,
    states: [state(AT_ELEVEN, 10_300), state('2026-07-08T15:00:00.000Z', 10_280), state(YESTERDAY, 10_270)],
    copies: [
      copy(DRIVE_A, AT_ELEVEN, { lastPassed: proof(120), lastProof: proof(120) }),
      copy(DRIVE_B, YESTERDAY),
      copy(AZURE, AT_ELEVEN, { lastPassed: proof(3600), lastProof: proof(3600) }),
    ],
  });
}

function images(): SourceFacts {
  const copies = [
    copy(DRIVE_A, YESTERDAY, { lastPassed: proof(300) }),
    copy(DRIVE_B, YESTERDAY),
    copy(AZURE, YESTERDAY, { lastPassed: proof(900) }),
  ];
  return source('images', YESTERDAY, {
    kind: 'folder',
    tier: 'important',
    states: [{ ...state(YESTERDAY, 500), isConsistent: false }],
    copies,
  });
}

function source(id: string, newest: string, more: Partial<SourceFacts>): SourceFacts {
  const done = { status: 'completed', at: newest, reason: undefined, error: undefined } as const;
  return {
    id,
    kind: 'folder',
    tier: 'standard',
    movesDaily: false,
    vendorFiles: [],
    isRunning: false,
    states: [],
    copies: [],
    lastSuccess: done,
    lastAttempt: done,
    ...more,
  };
}

export function state(time: string, rows: number, isConsistent = true): SourceState {
  return {
    time,
    isConsistent,
    facts: [
      { kind: 'count', subject: 'rows:prescriptions', value: rows },
      { kind: 'count', subject: 'bytes', value: rows * 1000 + (Date.parse(time) % 1000) },
    ],
  };
}

export function copy(at: RepositoryRef, time: string, more: Partial<CopyFacts> = {}): CopyFacts {
  return { at, points: [{ point: `p-${time}`, time, bytes: 600 * MIB }], ...more };
}

export function proof(seconds: number, more: Partial<NonNullable<CopyFacts['lastProof']>> = {}): NonNullable<CopyFacts['lastProof']> {
  return { point: 'p-old', pointTime: DAYS_AGO, at: DAYS_AGO, passed: true, findings: [], seconds, bytes: 300 * MIB, ...more };
}

function place(at: RepositoryRef, more: Partial<PlaceFacts>): PlaceFacts {
  return { ...at, kind: 'folder', site: 'on-site', isolation: 'online', state: 'here', probes: [probe()], lastJobs: [], ...more };
}

/** The same facts with one source or place changed. */
export function withSource(facts: ProtectionFacts, id: string, change: (source: SourceFacts) => Partial<SourceFacts>): ProtectionFacts {
  return { ...facts, sources: facts.sources.map((one) => (one.id === id ? { ...one, ...change(one) } : one)) };
}

export function withPlace(facts: ProtectionFacts, at: RepositoryRef, change: Partial<PlaceFacts>): ProtectionFacts {
  const fits = (one: PlaceFacts): boolean => one.destination === at.destination && one.disk === at.disk;
  return { ...facts, places: facts.places.map((one) => (fits(one) ? { ...one, ...change } : one)) };
}

export function withCopy(facts: ProtectionFacts, id: string, at: RepositoryRef, change: Partial<CopyFacts>): ProtectionFacts {
  return withSource(facts, id, ({ copies }) => ({
    copies: copies.map((one) => (one.at.destination === at.destination && one.at.disk === at.disk ? { ...one, ...change } : one)),
  }));
}
