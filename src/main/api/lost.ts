import { removeLostKeys } from '../jobs/index.ts';
import { declareLost, losses, lossStatement, lostFacts } from '../setup/index.ts';
import { api } from './context.ts';
import type { AppServices } from './services.ts';

/** Disks, places and PCs that are lost or stolen. */
export function lostApi(services: AppServices) {
  const { setup, jobs, runs } = services;
  return {
    lost: api.destinations.lost.handler(async ({ input }) => await lostFacts(setup, input)),
    declareLost: api.destinations.declareLost.handler(async ({ input, context }) => {
      const loss = await declareLost(setup, input.thing, input.report, context.person);
      services.settingsChanged();
      const started =
        loss.facts.kind === 'pc' ? await removeLostKeys(jobs, runs, { trigger: 'manual', person: context.person }) : undefined;
      return { ...loss, ...(started && { run: started.id }) };
    }),
    losses: api.destinations.losses.handler(() => losses(setup)),
    lossStatement: api.destinations.lossStatement.handler(async ({ input }) => ({
      pdf: (await lossStatement(setup, input.id)).toString('base64'),
    })),
  };
}
