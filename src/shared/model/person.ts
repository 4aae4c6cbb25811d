import { z } from 'zod';

/** Roles as a pharmacy knows them. */
export const ROLES = ['owner', 'pharmacist-in-charge', 'technician', 'it-helper', 'auditor'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** Somebody of the pharmacy. */
export const personSchema = z.object({
  id: z.string(),
  name: z.string().trim().min(1).max(120),
  role: roleSchema,
  email: z.email().optional(),
  /** When the address was confirmed by typing back a code, RFC 3339; messages go to confirmed addresses only. */
  emailConfirmedAt: z.string().optional(),
  isNotified: z.boolean().default(true),
});
export type Person = z.infer<typeof personSchema>;

/** What may be done. Every procedure of the contract names one. */
export const PERMISSIONS = [
  'see-status',
  'see-history',
  'run-backup',
  'run-proof',
  'restore',
  'browse-copies',
  /** See names of files and folders of the PC, to choose what to protect and where to. */
  'browse-pc',
  'change-settings',
  /** Say what copies are worth: one is lost, an attack is over, less than before is right, a kept restore point may go. */
  'judge-copies',
  'manage-keys',
  /** Say that a key leaked, so that every place begins anew; and that the old copies may be forgotten. */
  'begin-anew',
  'manage-people',
  'delete-copies',
] as const;
export const permissionSchema = z.enum(PERMISSIONS);
export type Permission = z.infer<typeof permissionSchema>;

const EVERYTHING: readonly Permission[] = PERMISSIONS;

/**
 * What each role may do. The IT helper sets things up and never touches keys or data, nor says what copies are worth: whoever has
 * taken over that account, perhaps from afar, must not be able to end an alarm. The pharmacist-in-charge is there when it matters.
 */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: EVERYTHING,
  'pharmacist-in-charge': [
    'see-status',
    'see-history',
    'run-backup',
    'run-proof',
    'restore',
    'browse-copies',
    'browse-pc',
    'judge-copies',
    'manage-keys',
    'begin-anew',
  ],
  technician: ['see-status', 'see-history', 'run-backup'],
  'it-helper': ['see-status', 'see-history', 'run-backup', 'run-proof', 'browse-pc', 'change-settings'],
  auditor: ['see-status', 'see-history'],
};
