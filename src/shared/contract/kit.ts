import { z } from 'zod';
import { kitRecordSchema, kitTestSchema } from '../model/installation.ts';
import { renewalFactsSchema, retiredCopiesSchema } from '../model/renewal.ts';
import { needs } from './procedure.ts';

const holder = z.enum(['owner', 'pharmacist-in-charge']);

export const kitContract = {
  state: needs('see-status').output(
    z.object({
      records: z.array(kitRecordSchema),
      tests: z.array(kitTestSchema),
      staleHolders: z.array(holder),
      /** Who keeps which paper, by their role; a holder without a person is a role that nobody has. */
      holders: z.array(z.object({ holder, people: z.array(z.string()) })),
    }),
  ),
  /**
   * Makes a recovery key for a holder, in every repository that can be reached, and the paper: a PDF, base64. The key
   * is on the paper only. A second paper for the same holder makes the first one worthless.
   */
  make: needs('manage-keys')
    .input(z.object({ holder }))
    .output(z.object({ pdf: z.string(), waiting: z.array(z.string()) })),
  /** Saves the paper as a file; refused on a destination, a source or a synced folder. */
  save: needs('manage-keys')
    .input(z.object({ holder, path: z.string() }))
    .output(z.object({ waiting: z.array(z.string()) })),
  /** Opens a real destination with the key typed back from the paper. Nothing of it is kept. */
  test: needs('see-status')
    .input(z.object({ holder, key: z.string() }))
    .output(z.object({ passed: z.boolean(), problem: z.string().optional() })),
  /** What it would mean and cost to begin anew now because a key leaked. Nothing is changed. */
  leak: needs('manage-keys').output(renewalFactsSchema),
  /**
   * A key leaked: this PC gets a new key, and every place a new repository with fresh master keys beside the old one, now (which is the
   * `run`) or when it is back; everything is stored once more. The old repositories are only read any more. Every paper is worthless
   * for the new ones: make new papers as soon as the run has ended.
   */
  declareLeaked: needs('begin-anew').output(z.object({ run: z.string().optional() })),
  /** When a key leaked last, places that have no new repository yet, and the old copies that are kept. */
  retired: needs('see-status').output(
    z.object({
      since: z.string().optional(),
      waiting: z.array(z.object({ destination: z.string(), disk: z.string().optional() })),
      /** Whether the places are disks and no others: each that waits then has to be plugged in together with one that has begun. */
      isDisksOnly: z.boolean(),
      copies: z.array(retiredCopiesSchema),
    }),
  ),
  /** Forgets old copies: nothing can be restored from them here any more. What lies there stays. */
  forgetRetired: needs('begin-anew').input(z.object({ id: z.string() })),
};
