import { z } from 'zod';
import { setupDraftSchema, setupStepSchema } from '../model/setup-progress.ts';
import { needs } from './procedure.ts';

/** The guided set-up, which can be left and gone on with. */
export const setupContract = {
  /** Finished is also an installation that was set up from a file or recovered, or before there was a guided set-up. */
  state: needs('see-status').output(
    z.object({ isFinished: z.boolean(), step: setupStepSchema, reached: setupStepSchema, draft: setupDraftSchema }),
  ),
  /** Keeps where the person is and what was typed so far; from now on nothing runs by itself until the set-up is finished. */
  keep: needs('change-settings').input(z.object({ step: setupStepSchema, draft: setupDraftSchema })),
  /** Lifeboat begins to work by itself, and the draft goes. `not-set-up` where there is nothing to protect or no place for copies. */
  finish: needs('change-settings'),
};
