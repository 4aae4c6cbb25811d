import { type Destination, repositoriesOf, repositoryKey } from '../../shared/model/destination.ts';
import { defaultSettings, policiesOf } from '../../shared/model/tier-defaults.ts';
import type { Store } from '../store/index.ts';
import { attackNow } from './attacks.ts';
import { FACT_FLAGS } from './fact-flags.ts';
import type { KitFacts, OwnerFacts, PlaceFacts, ProtectionFacts } from './facts.ts';
import { gatherSource } from './gather-source.ts';
import { factsOfJob, isSince } from './job-facts.ts';
import { latest } from './judged.ts';
import { lastRenewal, waitingPlaces } from './renewals.ts';

/** Looks at a place that are remembered for the forecast. */
const PROBES = 200;
const JOBS = 4;

/** What the store does not know. */
export interface Surroundings {
  now: Date;
  /** Where repositories are now, by their keys. */
  states: ReadonlyMap<string, PlaceFacts['state']>;
  /** When credentials of destinations end, by destination. */
  credentialEnds: ReadonlyMap<string, string>;
  engine: OwnerFacts['engine'];
  vault: OwnerFacts['vault'];
  /** Digest of what a recovery kit printed now would say. */
  kitContentsDigest?: KitFacts['contentsDigest'];
}

/** Reads the facts of protection from the store; touches no destination. */
export function gatherFacts(store: Store, around: Surroundings): ProtectionFacts {
  const pharmacy = store.pharmacy.get();
  const clock = { timeZone: pharmacy?.timeZone ?? 'UTC', openingHours: pharmacy?.openingHours ?? {} };
  const settings = store.settings.get() ?? defaultSettings(clock.openingHours);
  const destinations = store.destinations.list();
  const refs = destinations.flatMap((destination) => repositoriesOf(destination));
  const renewal = lastRenewal(store);
  const reachable = store.people.list().filter(({ email, emailConfirmedAt, isNotified }) => email && emailConfirmedAt && isNotified);
  return {
    now: around.now.toISOString(),
    clock,
    tiers: policiesOf(settings, clock.openingHours),
    profile: settings.profile,
    sources: store.sources.list().map((source) => gatherSource(store, source, refs)),
    places: destinations.flatMap((destination) => gatherPlaces(store, destination, around)),
    people: { reachable: reachable.length },
    kit: {
      records: store.notes.kitRecords(),
      tests: store.notes.kitTests().filter(({ at }) => isSince(at, renewal?.at)),
      contentsDigest: around.kitContentsDigest,
    },
    pause: settings.pause,
    attack: attackNow(store),
    ...(renewal && { renewal: { since: renewal.at, waiting: waitingPlaces(store).length } }),
    owner: gatherOwner(store, around),
  };
}

function gatherOwner({ notes }: Store, { engine, vault }: Surroundings): OwnerFacts {
  return {
    engine,
    vault,
    isClockTrusted: notes.flag(FACT_FLAGS.clockTrusted) !== 'false',
    clockJumpedAt: notes.flag(FACT_FLAGS.clockJumpedAt),
    unprotected: Number(notes.flag(FACT_FLAGS.unprotected) ?? 0),
    selfCheckFailedAt: notes.flag(FACT_FLAGS.selfCheckFailedAt),
    storeRebuiltAt: notes.flag(FACT_FLAGS.storeRebuiltAt),
  };
}

function gatherPlaces(store: Store, destination: Destination, around: Surroundings): PlaceFacts[] {
  const { kind, site, isolation } = destination;
  const since = lastRenewal(store)?.at;
  return repositoriesOf(destination).map((at) => {
    const key = repositoryKey(at);
    const state = around.states.get(key) ?? 'unknown';
    const probes = store.notes.probes(at, PROBES);
    const tries = store.history.jobs({
      kinds: ['backup', 'copy'],
      at,
      statuses: ['completed', 'completed-with-warnings', 'failed', 'skipped'],
      limit: 20,
    });
    const check = store.history.lastJob({ kinds: ['check'], at, statuses: ['completed', 'completed-with-warnings', 'failed'] });
    return {
      ...at,
      kind,
      site,
      isolation,
      state,
      ...custodyOf(store, destination, at.disk),
      lastSeenAt: lastSeenAt(store, destination, at.disk, { state, around, probedAt: probes[0]?.at }),
      probes,
      lastJobs: tries
        .filter(({ reason }) => reason === undefined || TELLING.has(reason))
        .slice(0, JOBS)
        .map((job) => factsOfJob(store, job))
        .filter((job) => isSince(job.at, since)),
      ...(check && isSince(check.endedAt, since) && { lastCheck: factsOfJob(store, check) }),
      ...lastMaintenance(store, at, since),
      knownSince: latest([probes.at(-1)?.at, since]),
      credentialEndsAt: around.credentialEnds.get(destination.id),
      otherWriterAt: store.notes.flag(FACT_FLAGS.otherWriterAt(key)),
    };
  });
}

/** Reasons of skipped jobs that say something about the place. */
const TELLING: ReadonlySet<string> = new Set(['destination-unreachable', 'no-room']);

function lastMaintenance(store: Store, at: { destination: string }, since: string | undefined): Pick<PlaceFacts, 'lastMaintenance'> {
  const jobs = store.history.jobs({ kinds: ['maintenance'], at, limit: 20 });
  const telling = jobs.find(({ status, reason }) => status.startsWith('completed') || reason === 'removal-not-permitted');
  return telling && isSince(telling.endedAt, since) ? { lastMaintenance: factsOfJob(store, telling) } : {};
}

function custodyOf(
  { notes }: Store,
  destination: Destination,
  disk: string | undefined,
): Pick<PlaceFacts, 'awayLimitDays' | 'lastDetachedAt'> {
  if (destination.kind !== 'usb-set') return {};
  const detached = notes.custody(destination.id).find((entry) => entry.disk === disk && entry.event === 'detached');
  return { awayLimitDays: destination.awayLimitDays, lastDetachedAt: detached?.at };
}

function lastSeenAt(
  { notes, history }: Store,
  { id }: Destination,
  disk: string | undefined,
  { state, around, probedAt }: { state: PlaceFacts['state']; around: Surroundings; probedAt: string | undefined },
): string | undefined {
  if (state === 'here') return around.now.toISOString();
  const custody = notes.custody(id).find((entry) => entry.disk === disk)?.at;
  const worked = history.lastJob({ at: { destination: id, disk }, statuses: ['completed', 'completed-with-warnings'] })?.endedAt;
  return latest([custody, worked, probedAt]);
}
