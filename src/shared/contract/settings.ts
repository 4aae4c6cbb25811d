import { z } from 'zod';
import { settingsSchema } from '../model/installation.ts';
import { personSchema } from '../model/person.ts';
import { pharmacySchema } from '../model/pharmacy.ts';
import { needs } from './procedure.ts';

const byId = z.object({ id: z.string() });

export const settingsContract = {
  get: needs('see-status').output(z.object({ pharmacy: pharmacySchema.optional(), settings: settingsSchema })),
  setPharmacy: needs('change-settings').input(pharmacySchema),
  set: needs('change-settings').input(settingsSchema),
  /** The mail server's password; it is kept in the vault and never given out again. */
  setMailPassword: needs('change-settings').input(z.object({ password: z.string() })),
  testMail: needs('change-settings').input(z.object({ to: z.email() })),
};

export const peopleContract = {
  list: needs('see-status').output(z.array(personSchema)),
  put: needs('manage-people').input(personSchema.omit({ emailConfirmedAt: true })),
  remove: needs('manage-people').input(byId),
  /** Sends a code to the person's address. */
  sendCode: needs('manage-people').input(byId),
  /** Whether the code was right; the address then counts. */
  confirmCode: needs('manage-people')
    .input(z.object({ id: z.string(), code: z.string() }))
    .output(z.object({ confirmed: z.boolean() })),
};
