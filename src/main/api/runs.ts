import type { Progress } from '../../shared/model/progress.ts';
import type { Run } from '../../shared/model/run.ts';
import { LifeboatError } from '../../shared/errors/index.ts';
import { pointsMadeBy, runDays, runLines } from '../overview/index.ts';
import { api } from './context.ts';
import { keptPointsApi } from './kept-points.ts';
import type { AppServices } from './services.ts';
import { startRunsApi } from './start-runs.ts';

export function runsApi(services: AppServices) {
  const { store, runs } = services;
  return {
    ...historyApi(services),
    list: api.runs.list.handler(({ input }) => [
      ...store.history.runs({ limit: input.limit, ...(input.since !== undefined && { since: input.since }) }),
    ]),
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
    ...startRunsApi(services),
    made: api.runs.made.handler(({ input }) => pointsMadeBy(store, input.id)),
    proofs: api.runs.proofs.handler(({ input }) => [
      ...store.points.proofs({ limit: input.limit, ...(input.source !== undefined && { source: input.source }) }),
    ]),
    ...keptPointsApi(services),
    points: api.runs.points.handler(({ input }) => [
      ...store.points.list({ limit: input.limit, ...(input.source !== undefined && { source: input.source }) }),
    ]),
  };
}

/** What ran, as lists and pictures. */
function historyApi(services: AppServices) {
  const { store } = services;
  return {
    history: api.runs.history.handler(({ input }) => runLines(store, input)),
    lastFailed: api.runs.lastFailed.handler(({ input: { kinds, source, destination, disk } }) => ({
      run: store.history.lastJob({
        kinds,
        statuses: ['failed'],
        ...(source !== undefined && { source }),
        ...(destination !== undefined && { at: { destination, disk } }),
      })?.run,
    })),
    days: api.runs.days.handler(({ input }) => runDays(services, input.days)),
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
