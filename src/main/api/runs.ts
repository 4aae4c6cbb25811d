import { repositoriesOf } from '../../shared/model/destination.ts';
import type { Progress } from '../../shared/model/progress.ts';
import type { Run } from '../../shared/model/run.ts';
import { LifeboatError } from '../../shared/errors/index.ts';
import { runDays, runLines } from '../overview/index.ts';
import { api } from './context.ts';
import type { AppServices } from './services.ts';

export function runsApi(services: AppServices) {
  const { store, runs } = services;
  return {
    list: api.runs.list.handler(({ input }) => [
      ...store.history.runs({ limit: input.limit, ...(input.since !== undefined && { since: input.since }) }),
    ]),
    history: api.runs.history.handler(({ input }) => runLines(store, input)),
    lastFailed: api.runs.lastFailed.handler(({ input: { kinds, source, destination, disk } }) => ({
      run: store.history.lastJob({
        kinds,
        statuses: ['failed'],
        ...(source !== undefined && { source }),
        ...(destination !== undefined && { at: { destination, disk } }),
      })?.run,
    })),
    get: api.runs.get.handler(({ input }) => {
      const run = runOf(services, input.id);
      const jobs = [...store.history.jobs({ run: run.id, limit: 1000 })];
      const working = jobs.filter(({ status }) => status === 'running');
      return {
        run,
        jobs,
        warnings: jobs.flatMap(({ id }) => [...store.history.warnings(id)]),
        progress: working.map(({ id }) => ({ job: id, ...progressNow(runs.progressOf(id)) })),
      };
    }),
    progress: api.runs.progress.handler(({ input }) => {
      const { id, status } = runOf(services, input.id);
      const jobs = store.history.jobs({ run: id, limit: 1000 });
      const working = jobs.filter((job) => job.status === 'running');
      return {
        status,
        ended: jobs.filter(({ endedAt }) => endedAt !== undefined).length,
        all: jobs.length,
        atWork: working.map((job) => ({ ...progressNow(runs.progressOf(job.id)), job })),
      };
    }),
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
    days: api.runs.days.handler(({ input }) => runDays(services, input.days)),
    proofs: api.runs.proofs.handler(({ input }) => [
      ...store.points.proofs({ limit: input.limit, ...(input.source !== undefined && { source: input.source }) }),
    ]),
    points: api.runs.points.handler(({ input }) => [
      ...store.points.list({ limit: input.limit, ...(input.source !== undefined && { source: input.source }) }),
    ]),
  };
}

function runOf({ store }: AppServices, id: string): Run {
  const run = store.history.run(id);
  if (run === undefined) throw new LifeboatError('value-invalid', { name: 'run', value: id, expected: 'a run of this installation' });
  return run;
}

function progressNow(facts: readonly Progress[]) {
  const of = <K extends Progress['kind']>(kind: K) => facts.find((fact): fact is Extract<Progress, { kind: K }> => fact.kind === kind);
  const [total, done, waiting] = [of('total'), of('done'), of('waiting')];
  // The facts are in the order in which they came: what was done since ends the waiting.
  const isWaiting = waiting !== undefined && (done === undefined || facts.indexOf(waiting) > facts.indexOf(done));
  return {
    phase: of('phase')?.phase,
    total: total && { files: total.files, bytes: total.bytes },
    done: done && { files: done.files, bytes: done.bytes },
    current: of('current')?.path,
    ...(isWaiting && { waiting: { code: waiting.code, seconds: waiting.seconds } }),
  };
}
