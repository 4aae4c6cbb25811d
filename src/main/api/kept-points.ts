import { expectVendorUpdate, keepPoints, unkeepPoints } from '../jobs/index.ts';
import { api } from './context.ts';
import type { AppServices } from './services.ts';

/** Restore points that somebody keeps. */
export function keptPointsApi(services: AppServices) {
  return {
    keep: api.runs.keep.handler(({ input, context }) => {
      const { person: by } = context;
      keepPoints(services, input.points, { reason: 'person', ...(by !== undefined && { by }), ...(input.note && { note: input.note }) });
    }),
    unkeep: api.runs.unkeep.handler(({ input }) => unkeepPoints(services, input.points)),
    vendorUpdate: api.runs.vendorUpdate.handler(
      async ({ input, context }) =>
        await expectVendorUpdate(services.jobs, async (wish) => await services.backUp(wish), {
          sources: input.sources,
          person: context.person,
        }),
    ),
  };
}
