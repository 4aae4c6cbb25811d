import { z } from 'zod';
import { tierSchema } from './tier.ts';

export const protectionStateSchema = z.enum(['protected', 'needs-attention', 'not-protected']);
/** The app's one answer: green, amber, red. */
export type ProtectionState = z.infer<typeof protectionStateSchema>;

/** Why the state is not better; the closed list. Each has its sentence and its next step in `shared/text`. */
export const REASON_CODES = [
  /** Set-up is not finished: no source, no destination. */
  'no-source',
  /** Somebody thinks that the pharmacy is being attacked. */
  'attack-suspected',
  'no-destination',
  'never-backed-up',
  'backup-failing',
  'backup-overdue',
  /** Newest restore point older than the tier's recovery point objective, in open hours. */
  'too-old',
  'source-not-moving',
  'source-shrunk',
  'vendor-file-old',
  'not-proven-on-site',
  'not-proven-off-site',
  'proof-failed',
  'proof-overdue',
  'no-off-site-copy',
  /** The first copy to a place is on its way; it may take days. */
  'first-upload-running',
  'off-site-behind',
  'no-protected-copy',
  'destination-failing',
  /** This PC's key does not open it: it was away when this PC took over, and nothing gave it the key yet. */
  'place-not-opened',
  'disk-away-too-long',
  'destination-nearly-full',
  'damage-found',
  'credential-expires-soon',
  'credential-expired',
  'nobody-reachable',
  'only-one-reachable',
  'kit-never-tested',
  'kit-test-overdue',
  'kit-stale',
  /** A key leaked, and some places have no new repository yet. */
  'new-copies-pending',
  'vault-missing',
  'clock-not-trusted',
  'paused',
  'engine-not-running',
  'unprotected-found',
  'other-installation-writes',
  'crash-consistent-only',
  'self-check-failed',
  'store-rebuilt',
  'maintenance-overdue',
] as const;
export const reasonCodeSchema = z.enum(REASON_CODES);
export type ReasonCode = z.infer<typeof reasonCodeSchema>;

/** Reasons that somebody is told about wherever they are; the others are for whoever looks at Home. */
export const ANNOUNCED_CODES = [
  'attack-suspected',
  'never-backed-up',
  'backup-failing',
  'backup-overdue',
  'too-old',
  'source-not-moving',
  'source-shrunk',
  'vendor-file-old',
  'not-proven-on-site',
  'not-proven-off-site',
  'proof-failed',
  'proof-overdue',
  'no-off-site-copy',
  'off-site-behind',
  'destination-failing',
  'place-not-opened',
  'disk-away-too-long',
  'destination-nearly-full',
  'damage-found',
  'credential-expires-soon',
  'credential-expired',
  'kit-test-overdue',
  'vault-missing',
  'clock-not-trusted',
  'engine-not-running',
  'other-installation-writes',
  'self-check-failed',
] as const satisfies readonly ReasonCode[];
export type AnnouncedCode = (typeof ANNOUNCED_CODES)[number];

export const reasonSchema = z.object({
  code: reasonCodeSchema,
  /** How bad it is: `red` makes the state not-protected, `amber` needs-attention; a `hint` could be better and changes nothing. */
  severity: z.enum(['red', 'amber', 'hint']),
  source: z.string().optional(),
  destination: z.string().optional(),
  disk: z.string().optional(),
  /** A moment that belongs to it: since when, until when. RFC 3339. */
  at: z.string().optional(),
  /** A number that belongs to it: days, percent, months. */
  value: z.number().optional(),
});
export type Reason = z.infer<typeof reasonSchema>;

export const DISASTERS = ['pc-dies', 'building-burns', 'ransomware'] as const;

/** What would happen in one disaster. */
export const disasterSchema = z.object({
  disaster: z.enum(DISASTERS),
  /** The destination it would be brought back from; undefined: nothing would be left. */
  destination: z.string().optional(),
  disk: z.string().optional(),
  /** At most this much work of a critical source is lost, in minutes; undefined: never backed up, everything. */
  loseMinutes: z.number().optional(),
  /** Data back in about so many minutes; undefined: not known, nothing measured. */
  backInMinutes: z.number().optional(),
  /** Where that comes from. */
  measuredBy: z.enum(['proof', 'line-speed', 'not-measured']),
  measuredAt: z.string().optional(),
  /** Whether the copy it relies on was proven. */
  isProven: z.boolean(),
  /** For ransomware: until when the copy cannot be destroyed, where that is known. */
  lockedUntil: z.string().optional(),
});
export type Disaster = z.infer<typeof disasterSchema>;

/** A source at a destination. */
export const coverageSchema = z.object({
  source: z.string(),
  tier: tierSchema,
  destination: z.string(),
  disk: z.string().optional(),
  newest: z.string().optional(),
  newestProven: z.string().optional(),
  /** Until when nobody can destroy the newest copy there, where that is known. */
  lockedUntil: z.string().optional(),
  mark: z.enum(['fine', 'away', 'failing', 'never', 'first-upload', 'behind']),
});
export type Coverage = z.infer<typeof coverageSchema>;

/** The rule of 3 copies, 2 kinds of place, 1 off-site, 1 that cannot be destroyed, 0 errors. */
export const threeTwoOneSchema = z.object({
  copies: z.number(),
  kinds: z.number(),
  offSite: z.number(),
  indestructible: z.number(),
  errors: z.number(),
  isMet: z.boolean(),
});
export type ThreeTwoOne = z.infer<typeof threeTwoOneSchema>;

/** How full a repository's disk is and when it will be full. */
export const spaceSchema = z.object({
  destination: z.string(),
  disk: z.string().optional(),
  freeBytes: z.number(),
  /** Undefined: not growing, or too little known. */
  fullInDays: z.number().optional(),
});
export type Space = z.infer<typeof spaceSchema>;

export const protectionSchema = z.object({
  at: z.string(),
  state: protectionStateSchema,
  /** Worst first. */
  reasons: z.array(reasonSchema),
  disasters: z.array(disasterSchema),
  coverage: z.array(coverageSchema),
  threeTwoOne: threeTwoOneSchema,
  space: z.array(spaceSchema),
});
export type Protection = z.infer<typeof protectionSchema>;
