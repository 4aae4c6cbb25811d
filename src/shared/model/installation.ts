import { z } from 'zod';
import { tierPolicySchema } from './tier.ts';

/** When nothing runs, for how long, and who said so. */
export const pauseSchema = z.object({ until: z.string(), by: z.string().optional() });
export type Pause = z.infer<typeof pauseSchema>;

/** Whether Lifeboat starts nothing by itself at that moment. */
export function isPausedAt(pause: Pause | undefined, now: Date): pause is Pause {
  return pause !== undefined && Date.parse(pause.until) > now.getTime();
}

/** Mail server that alerts go through; its password is a credential in the vault. */
export const mailSettingsSchema = z.object({
  host: z.string().min(1),
  port: z.int().min(1).max(65_535),
  /** `tls`: encrypted from the start; `starttls`: must switch; `none`: only for a server on this PC. */
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().optional(),
  from: z.email(),
});
export type MailSettings = z.infer<typeof mailSettingsSchema>;

/** Settings of the whole installation that are no source, destination, tier or person. */
export const settingsSchema = z.object({
  tiers: z.array(tierPolicySchema),
  /** Bytes per second of the line that uploads may take while the pharmacy is open and closed; undefined: all. */
  bandwidth: z.object({ whileOpen: z.number().positive().optional(), whileClosed: z.number().positive().optional() }).default({}),
  /** Times of day in which nothing is sent off-site. */
  quietHours: z.array(z.object({ from: z.string(), to: z.string() })).default([]),
  mail: mailSettingsSchema.optional(),
  /** Address that is asked regularly and raises the alarm when that stops; carries no content. */
  heartbeatUrl: z.url().optional(),
  /** Sends "all is well" once a week. */
  weeklyMail: z.boolean().default(true),
  pause: pauseSchema.optional(),
  profile: z.enum(['standard', 'hipaa-proposal']).default('standard'),
});
export type Settings = z.infer<typeof settingsSchema>;

/** A test that a printed recovery key opens a real destination. Nothing of the key is kept. */
export const kitTestSchema = z.object({
  at: z.string(),
  destination: z.string(),
  holder: z.enum(['owner', 'pharmacist-in-charge']),
  passed: z.boolean(),
});
export type KitTest = z.infer<typeof kitTestSchema>;

/** A recovery kit that was printed: what it said, so that the app knows when it is stale. No key, no secret. */
export const kitRecordSchema = z.object({
  at: z.string(),
  holder: z.enum(['owner', 'pharmacist-in-charge']),
  /** Id of the key file in the repositories that this paper's key opens. */
  keyId: z.string(),
  /** Digest of everything printed on it but the key. */
  contentsDigest: z.string(),
});
export type KitRecord = z.infer<typeof kitRecordSchema>;

/** An alert that was decided on; stays open until its cause is gone. */
export const alertSchema = z.object({
  id: z.string(),
  /** Reason code and what it is about: the same cause is never announced twice. */
  key: z.string(),
  code: z.string(),
  severity: z.enum(['red', 'amber', 'good']),
  source: z.string().optional(),
  destination: z.string().optional(),
  disk: z.string().optional(),
  raisedAt: z.string(),
  escalatedAt: z.string().optional(),
  seenAt: z.string().optional(),
  clearedAt: z.string().optional(),
});
export type Alert = z.infer<typeof alertSchema>;

/** A disk of a USB set was plugged in, taken away or lost: the custody log. */
export const custodyEntrySchema = z.object({
  destination: z.string(),
  disk: z.string(),
  at: z.string(),
  event: z.enum(['attached', 'detached', 'released', 'lost']),
  /** Who took it, for `released` ("safe to take home"); who said so, for `lost`. */
  person: z.string().optional(),
});
export type CustodyEntry = z.infer<typeof custodyEntrySchema>;
