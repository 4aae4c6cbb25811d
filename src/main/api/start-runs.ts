import { repositoriesOf } from '../../shared/model/destination.ts';
import { givenCredentials } from '../setup/index.ts';
import { api } from './context.ts';
import type { AppServices } from './services.ts';

/** What a person begins and stops. */
export function startRunsApi(services: AppServices) {
  const { store, runs } = services;
  return {
    start: api.runs.start.handler(async ({ input, context }) => {
      const { id } = await services.backUp({
        trigger: 'manual',
        person: context.person,
        ...(input.tier && { tier: input.tier }),
        ...(input.sources && { sources: input.sources }),
      });
      return { run: id };
    }),
    cancel: api.runs.cancel.handler(({ input }) => ({ stopped: runs.cancel(input.id) })),
    prove: api.runs.prove.handler(({ input, context }) => {
      const wanted = store.sources.list().filter(({ id }) => input.sources?.includes(id) ?? true);
      const refs = store.destinations.list().flatMap(repositoriesOf);
      const what = wanted.flatMap((source) =>
        refs.filter((at) => store.points.list({ source: source.id, at, limit: 1 }).length > 0).map((ref) => ({ source, ref })),
      );
      return { run: runs.prove({ trigger: 'manual', person: context.person }, what).id };
    }),
    maintain: api.runs.maintain.handler(({ input, context }) => {
      const credentialOf = ({ destination: id }: { destination: string }) => {
        const destination = store.destinations.get(id);
        return destination?.kind === 'azure' && input.credential ? givenCredentials(destination, input.credential) : undefined;
      };
      return { run: runs.maintain({ trigger: 'manual', person: context.person }, input.places, credentialOf).id };
    }),
  };
}
