import type { ProtectionFacts } from '../../../../src/main/protection/index.ts';
import {
  AT_ELEVEN,
  AZURE,
  copy,
  DRIVE_A,
  DRIVE_B,
  healthyFacts,
  probe,
  proof,
  state,
  withCopy,
  withPlace,
  withSource,
  YESTERDAY,
} from './healthy-facts.ts';

const failed = (at: string, code = 'no-space') =>
  ({ status: 'failed', at, reason: undefined, error: { code, data: {}, retryable: false } }) as const;
const done = (at: string) => ({ status: 'completed', at, reason: undefined, error: undefined }) as const;
const skipped = (at: string, reason: 'destination-unreachable' | 'removal-not-permitted') =>
  ({ status: 'skipped', at, reason, error: undefined }) as const;
const owner = (change: Partial<ProtectionFacts['owner']>): ProtectionFacts => ({
  ...healthyFacts(),
  owner: { ...healthyFacts().owner, ...change },
});

/** All copies of the critical source as of one moment; the last run was then. */
function lastBackedUp(at: string, facts = healthyFacts()): ProtectionFacts {
  return withSource(facts, 'dispensing', ({ copies }) => ({
    copies: copies.map((one) => ({ ...one, points: copy(one.at, at).points })),
    states: [state(at, 10_300), state(new Date(Date.parse(at) - 3_600_000).toISOString(), 10_200)],
    lastSuccess: done(at),
  }));
}

const still = (since: string): ProtectionFacts =>
  withSource(healthyFacts(), 'dispensing', () => ({ states: [state(AT_ELEVEN, 10_300), state(YESTERDAY, 10_300), state(since, 10_300)] }));

/** Less in it, on a day on which change is expected until a moment. */
const shrunkWhenExpected = (changeExpectedUntil: string): ProtectionFacts =>
  withSource(healthyFacts(), 'dispensing', () => ({ states: [state(AT_ELEVEN, 900), state(YESTERDAY, 10_270)], changeExpectedUntil }));

/** Every row of the table in docs/protection.md, by its name. */
export const SITUATIONS: Readonly<Record<string, () => ProtectionFacts>> = {
  healthy: healthyFacts,
  'monday-after-closed-sunday': () => {
    const saturday = '2026-07-11T18:00:00.000Z';
    const facts = withSource(lastBackedUp(saturday), 'images', ({ copies }) => ({
      copies: copies.map((one) => ({ ...one, points: copy(one.at, saturday).points })),
    }));
    const attempted = withSource(facts, 'images', () => ({ lastAttempt: done(saturday) }));
    return { ...withSource(attempted, 'dispensing', () => ({ lastAttempt: done(saturday) })), now: '2026-07-13T14:50:00.000Z' };
  },
  'no-source': () => ({ ...healthyFacts(), sources: [] }),
  'no-destination': () => ({ ...healthyFacts(), places: [] }),
  'never-backed-up': () =>
    withSource(healthyFacts(), 'dispensing', ({ copies }) => ({
      copies: copies.map(({ at }) => ({ at, points: [] })),
      states: [],
      lastSuccess: undefined,
    })),
  'first-backup-running': () =>
    withSource(healthyFacts(), 'dispensing', ({ copies }) => ({
      copies: copies.map(({ at }) => ({ at, points: [] })),
      states: [],
      isRunning: true,
    })),
  'backup-failed-once-still-fresh': () =>
    withSource(healthyFacts(), 'dispensing', () => ({ lastFailure: failed('2026-07-08T16:10:00.000Z') })),
  'backup-failed-then-worked': () => withSource(healthyFacts(), 'dispensing', () => ({ lastFailure: failed(YESTERDAY) })),
  'backup-failing-and-too-old': () =>
    withSource(lastBackedUp('2026-07-07T16:00:00.000Z'), 'dispensing', () => ({ lastFailure: failed(AT_ELEVEN) })),
  'too-old-a-little': () => lastBackedUp('2026-07-07T22:30:00.000Z'),
  'too-old-for-days': () => lastBackedUp('2026-07-06T22:30:00.000Z'),
  'slot-without-a-run': () => ({
    ...withSource(healthyFacts(), 'images', () => ({ lastAttempt: done('2026-07-07T18:30:00.000Z') })),
    now: '2026-07-08T17:00:00.000Z',
  }),
  'not-moving-for-a-day': () => still('2026-07-07T15:30:00.000Z'),
  'not-moving-for-days': () => still('2026-07-03T15:00:00.000Z'),
  'quiet-source-does-not-move': () => withSource(still('2026-07-03T15:00:00.000Z'), 'dispensing', () => ({ movesDaily: false })),
  'shrunk-by-most': () => withSource(healthyFacts(), 'dispensing', () => ({ states: [state(AT_ELEVEN, 900), state(YESTERDAY, 10_270)] })),
  'shrink-accepted': () =>
    withSource(healthyFacts(), 'dispensing', () => ({
      states: [state(AT_ELEVEN, 900), state(YESTERDAY, 10_270)],
      shrinkAcceptedAt: AT_ELEVEN,
    })),
  'shrink-expected': () => shrunkWhenExpected('2026-07-09T05:00:00.000Z'),
  'shrink-after-the-update': () => shrunkWhenExpected('2026-07-08T05:00:00.000Z'),
  'vendor-file-old': () =>
    withSource(healthyFacts(), 'images', () => ({
      vendorFiles: [{ subject: 'newest', maxAgeHours: 26 }],
      states: [{ time: YESTERDAY, isConsistent: true, facts: [{ kind: 'date', subject: 'newest', value: '2026-07-06T10:00:00.000Z' }] }],
    })),
  'vendor-file-of-the-night': () =>
    withSource(healthyFacts(), 'images', () => ({
      vendorFiles: [{ subject: 'newest', maxAgeHours: 26 }],
      states: [{ time: YESTERDAY, isConsistent: true, facts: [{ kind: 'date', subject: 'newest', value: '2026-07-08T07:00:00.000Z' }] }],
    })),
  'nothing-proven': () =>
    withSource(healthyFacts(), 'dispensing', ({ copies }) => ({
      copies: copies.map((one) => ({ ...one, lastProof: undefined, lastPassed: undefined })),
    })),
  'proof-failed': () =>
    withCopy(healthyFacts(), 'dispensing', AZURE, {
      lastProof: proof(60, { passed: false, findings: ['witness-differs'], at: AT_ELEVEN }),
    }),
  'proof-found-only-stale-data': () =>
    withCopy(healthyFacts(), 'dispensing', AZURE, { lastProof: proof(60, { passed: false, findings: ['stale'], at: AT_ELEVEN }) }),
  'proof-found-damage': () =>
    withCopy(healthyFacts(), 'dispensing', AZURE, { lastProof: proof(60, { passed: false, findings: ['damaged'], at: AT_ELEVEN }) }),
  'proof-overdue': () => withCopy(healthyFacts(), 'dispensing', AZURE, { lastPassed: proof(60, { at: '2026-06-20T12:00:00.000Z' }) }),
  'no-off-site-copy': () =>
    withCopy(healthyFacts(), 'dispensing', AZURE, { points: [], lastJob: undefined, lastPassed: undefined, lastProof: undefined }),
  'first-upload': () =>
    withCopy(healthyFacts(), 'dispensing', AZURE, {
      points: [],
      lastPassed: undefined,
      lastProof: undefined,
      lastJob: { ...done(AT_ELEVEN), status: 'running' },
    }),
  'off-site-behind': () => withCopy(healthyFacts(), 'dispensing', AZURE, { points: copy(AZURE, '2026-07-06T20:00:00.000Z').points }),
  'nothing-indestructible': () => {
    const online = withPlace(healthyFacts(), AZURE, { probes: [probe()] });
    return withPlace(withPlace(online, DRIVE_A, { isolation: 'online' }), DRIVE_B, { isolation: 'online' });
  },
  'disk-always-plugged-in': () => {
    const online = withPlace(healthyFacts(), AZURE, { probes: [probe()] });
    return withPlace(online, DRIVE_B, { state: 'here', lastDetachedAt: '2026-06-20T12:00:00.000Z', lastSeenAt: online.now });
  },
  'destination-failed-once': () => withPlace(healthyFacts(), AZURE, { lastJobs: [failed(AT_ELEVEN), done(YESTERDAY)] }),
  'destination-failing': () =>
    withPlace(healthyFacts(), AZURE, { lastJobs: [skipped(AT_ELEVEN, 'destination-unreachable'), failed(YESTERDAY)] }),
  'place-not-opened': () => withPlace(healthyFacts(), DRIVE_B, { lastJobs: [failed(AT_ELEVEN, 'wrong-password'), done(YESTERDAY)] }),
  'disk-away-too-long': () => withPlace(healthyFacts(), DRIVE_B, { lastSeenAt: '2026-06-30T12:00:00.000Z' }),
  'nearly-full': () =>
    withPlace(healthyFacts(), DRIVE_A, {
      probes: [1, 4, 8].map((day) => probe({ at: `2026-07-0${day}T12:00:00.000Z`, freeBytes: (100 - 10 * day) * 1024 ** 3 })).toReversed(),
    }),
  'damage-found': () => withPlace(healthyFacts(), DRIVE_A, { lastCheck: failed(YESTERDAY, 'damage-found') }),
  'check-could-not-run': () => withPlace(healthyFacts(), DRIVE_A, { lastCheck: failed(YESTERDAY, 'place-unreachable') }),
  'credential-ends-soon': () => withPlace(healthyFacts(), AZURE, { credentialEndsAt: '2026-07-15T12:00:00.000Z' }),
  'credential-ended': () =>
    withPlace(healthyFacts(), AZURE, {
      state: 'credential-expired',
      credentialEndsAt: '2026-07-01T12:00:00.000Z',
      lastJobs: [failed(AT_ELEVEN), failed(YESTERDAY)],
    }),
  'nobody-reachable': () => ({ ...healthyFacts(), people: { reachable: 0 } }),
  'one-reachable': () => ({ ...healthyFacts(), people: { reachable: 1 } }),
  'kit-never-tested': () => ({ ...healthyFacts(), kit: { ...healthyFacts().kit, tests: [] } }),
  'kit-test-overdue': () => ({
    ...healthyFacts(),
    kit: { ...healthyFacts().kit, tests: [{ at: '2026-03-01T12:00:00.000Z', destination: 'azure', holder: 'owner', passed: true }] },
  }),
  'kit-says-something-else': () => ({ ...healthyFacts(), kit: { ...healthyFacts().kit, contentsDigest: 'd2' } }),
  'key-leaked': () => ({ ...healthyFacts(), renewal: { since: AT_ELEVEN, waiting: 1 } }),
  'all-began-anew': () => ({ ...healthyFacts(), renewal: { since: AT_ELEVEN, waiting: 0 } }),
  'vault-missing': () => owner({ vault: 'missing' }),
  'clock-jumped': () => owner({ isClockTrusted: false, clockJumpedAt: YESTERDAY }),
  paused: () => ({ ...healthyFacts(), pause: { until: '2026-07-08T18:00:00.000Z' } }),
  'pause-is-over': () => ({ ...healthyFacts(), pause: { until: '2026-07-08T15:00:00.000Z' } }),
  'attack-suspected': () => ({ ...healthyFacts(), attack: { since: YESTERDAY } }),
  'engine-stopped': () => owner({ engine: 'stopped' }),
  'unprotected-found': () => owner({ unprotected: 2 }),
  'another-pc-writes': () => withPlace(healthyFacts(), AZURE, { otherWriterAt: AT_ELEVEN }),
  'database-copied-live': () =>
    withSource(healthyFacts(), 'dispensing', () => ({ states: [state(AT_ELEVEN, 10_300, false), state(YESTERDAY, 10_270)] })),
  'self-check-failed': () => owner({ selfCheckFailedAt: AT_ELEVEN }),
  'store-rebuilt': () => owner({ storeRebuiltAt: AT_ELEVEN }),
  'never-tidied': () => withPlace(healthyFacts(), DRIVE_A, { knownSince: '2026-05-01T12:00:00.000Z' }),
  'may-not-tidy': () =>
    withPlace(healthyFacts(), DRIVE_A, {
      knownSince: '2026-05-01T12:00:00.000Z',
      lastMaintenance: skipped('2026-05-02T12:00:00.000Z', 'removal-not-permitted'),
    }),
  'proposed-profile-long-weekend': () => {
    const saturday = '2026-07-11T18:00:00.000Z';
    const facts = withSource(lastBackedUp(saturday), 'images', ({ copies }) => ({
      copies: copies.map((one) => ({ ...one, points: copy(one.at, saturday).points })),
      lastAttempt: done(saturday),
    }));
    const closed = { ...facts.clock, openingHours: { ...facts.clock.openingHours, monday: [] } };
    return {
      ...withSource(facts, 'dispensing', () => ({ lastAttempt: done(saturday) })),
      clock: closed,
      profile: 'hipaa-proposal',
      now: '2026-07-14T14:00:00.000Z',
    };
  },
};
