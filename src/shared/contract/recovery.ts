import { z } from 'zod';
import { placeCredentialSchema } from './destinations.ts';
import { needs } from './procedure.ts';

/** What a blank PC is given: a place, the key on the paper, and for a place on the network what opens it. */
export const recoverySchema = z.object({
  /** A drive, a folder, or `azure:CONTAINER/PREFIX`. */
  location: z.string().min(1),
  recoveryKey: z.string().min(1),
  credential: placeCredentialSchema.optional(),
  /** The sealed access printed on the kit, instead of a credential. */
  sealedAccess: z.string().optional(),
});

export const recoveryContract = {
  /** Whether this installation may take over: it protects nothing yet, or a take-over broke off in the middle. */
  state: needs('see-status').output(z.object({ isPossible: z.boolean() })),
  /** Folders on the drives of this PC that hold copies; whose they are tells the key. Nothing is opened. */
  find: needs('restore').output(
    z.array(
      z.object({
        location: z.string(),
        drive: z.string(),
        label: z.string().optional(),
        isRemovable: z.boolean(),
        changedAt: z.string().optional(),
      }),
    ),
  ),
  /**
   * Reads what was typed or scanned from the paper: the key (seven groups of four), and the access code (the text of its QR
   * code, or its lines), which names the copies in the cloud. Errors: `recovery-key-invalid` with the group to look at,
   * `kit-code-unreadable` with the line, `kit-key-wrong` if the two are of different papers.
   */
  open: needs('restore')
    .input(recoverySchema.pick({ recoveryKey: true, sealedAccess: true }))
    .output(
      z.object({
        /** As it stands on the paper. */
        recoveryKey: z.string(),
        places: z.array(z.object({ location: z.string(), account: z.string(), container: z.string(), prefix: z.string() })),
      }),
    ),
  /** Looks what is there: whose pharmacy, how new. Nothing is changed. */
  inspect: needs('restore')
    .input(recoverySchema)
    .output(
      z.object({
        pharmacy: z.string().optional(),
        installation: z.string(),
        sealedAt: z.string(),
        sources: z.array(z.object({ id: z.string(), name: z.string(), tier: z.string(), newest: z.string().optional() })),
      }),
    ),
  /**
   * Opens one repository that this PC's key does not open, with the key on a paper: one that was away when this PC took over, and
   * beside which no other can be reached; or old copies from before a key leaked (by their id), with a paper of then. It gets this PC's
   * key; the paper's is not kept. `recovery-key-refused`, `place-unreachable`.
   */
  unlock: needs('restore').input(z.object({ destination: z.string(), disk: z.string().optional(), recoveryKey: z.string().min(1) })),
  /** Brings the settings back and makes this PC the one that backs up: with its own key, the dead PC's retired. */
  takeOver: needs('restore')
    .input(recoverySchema)
    .output(z.object({ credentialsToChange: z.array(z.string()), retiredKeys: z.number() })),
};
