import type { Destination, Probe, RepositoryRef } from '../../shared/model/destination.ts';
import type { KitRecord, KitTest, Pause, Settings } from '../../shared/model/installation.ts';
import type { Pharmacy } from '../../shared/model/pharmacy.ts';
import type { ProofFinding } from '../../shared/model/restore-point.ts';
import type { Job } from '../../shared/model/run.ts';
import type { Source } from '../../shared/model/source.ts';
import type { TierPolicy } from '../../shared/model/tier.ts';
import type { WitnessFact } from '../../shared/model/witness.ts';

/** Everything the question "is this pharmacy protected now?" is answered from. Plain data; moments are RFC 3339. */
export interface ProtectionFacts {
  now: string;
  clock: Pick<Pharmacy, 'timeZone' | 'openingHours'>;
  /** As the profile makes them. */
  tiers: readonly TierPolicy[];
  profile: Settings['profile'];
  sources: readonly SourceFacts[];
  /** Every repository of every destination. */
  places: readonly PlaceFacts[];
  people: { reachable: number };
  kit: KitFacts;
  pause?: Pause | undefined;
  /** Somebody fears an attack: since when. */
  attack?: { since: string } | undefined;
  /** A key leaked: since when, and how many places have no new repository yet. */
  renewal?: { since: string; waiting: number } | undefined;
  owner: OwnerFacts;
}

/** One thing to protect. */
export interface SourceFacts {
  id: string;
  kind: Source['kind'];
  tier: Source['tier'];
  movesDaily: boolean;
  /** Hours after which the newest vendor file counts as not made, with the part's name in front of its facts in a group. */
  vendorFiles: readonly { subject: string; maxAgeHours: number }[];
  /** The newest backup job that ended well, and the newest that ended badly. */
  lastSuccess?: JobFacts | undefined;
  lastFailure?: JobFacts | undefined;
  /** The newest backup job of any kind, also a skipped one; undefined: never tried. */
  lastAttempt?: JobFacts | undefined;
  /** Whether a backup of it is at work now. */
  isRunning: boolean;
  /** What was in it on the last days, newest first, one for each restore point wherever it is. */
  states: readonly SourceState[];
  /** A person said that what was in it before this moment is no measure any more. */
  shrinkAcceptedAt?: string | undefined;
  /** Until then a person expects change: less in it is no surprise. */
  changeExpectedUntil?: string | undefined;
  copies: readonly CopyFacts[];
}

export type JobFacts = Pick<Job, 'status' | 'reason' | 'error'> & { at: string };

export interface SourceState {
  time: string;
  isConsistent: boolean;
  facts: readonly WitnessFact[];
}

/** A source at a repository. */
export interface CopyFacts {
  at: RepositoryRef;
  /** Newest first; those of the last weeks are enough. */
  points: readonly PointFacts[];
  /** The newest trial restore, and the newest that passed. */
  lastProof?: ProofFacts | undefined;
  lastPassed?: ProofFacts | undefined;
  /** The newest copy or backup job to this place. */
  lastJob?: JobFacts | undefined;
}

export interface PointFacts {
  point: string;
  time: string;
  bytes: number;
  /** Whether a trial restore of it passed or failed here; undefined: not tried. */
  passed?: boolean | undefined;
}

export interface ProofFacts {
  point: string;
  /** The moment that the proven restore point is of, where it is still known. */
  pointTime?: string | undefined;
  at: string;
  passed: boolean;
  findings: readonly ProofFinding['kind'][];
  seconds: number;
  bytes: number;
}

/** A repository. */
export interface PlaceFacts extends RepositoryRef {
  kind: Destination['kind'];
  site: Destination['site'];
  isolation: Destination['isolation'];
  /** `unknown`: nobody looked yet. */
  state: 'here' | 'away' | 'unreachable' | 'credential-missing' | 'credential-expired' | 'waiting' | 'unknown';
  /** When it was last here, as far as is known. */
  lastSeenAt?: string | undefined;
  /** When it was last taken away. */
  lastDetachedAt?: string | undefined;
  awayLimitDays?: number | undefined;
  /** Newest first. */
  probes: readonly Probe[];
  /** Its newest jobs, newest first, without those that were skipped because a disk is away. */
  lastJobs: readonly JobFacts[];
  lastCheck?: JobFacts | undefined;
  /** The newest maintenance that had an end that says something. */
  lastMaintenance?: JobFacts | undefined;
  /** Since when the place is known. */
  knownSince?: string | undefined;
  credentialEndsAt?: string | undefined;
  /** When another installation than this one was last seen writing there. */
  otherWriterAt?: string | undefined;
}

export interface KitFacts {
  records: readonly KitRecord[];
  tests: readonly KitTest[];
  /** Digest of what a kit printed now would say; undefined: not known. */
  contentsDigest?: string | undefined;
}

/** How the app itself is. */
export interface OwnerFacts {
  engine: 'running' | 'stopped';
  vault: 'fine' | 'missing';
  isClockTrusted: boolean;
  clockJumpedAt?: string | undefined;
  /** Things detection found that nobody protects and nobody set aside. */
  unprotected: number;
  selfCheckFailedAt?: string | undefined;
  storeRebuiltAt?: string | undefined;
}
