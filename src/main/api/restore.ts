import { TIERS } from '../../shared/model/tier.ts';
import type { FoundVersion, ListedEntry } from '../engine/index.ts';
import { accessTo, planItem, readableNow, suggestRestore } from '../jobs/index.ts';
import { timelineOf, witnessDaysOf } from '../overview/index.ts';
import { api } from './context.ts';
import type { AppServices } from './services.ts';

export function restoreApi(services: AppServices) {
  const { store, jobs, runs } = services;
  return {
    suggest: api.restore.suggest.handler(
      async ({ input }) =>
        await suggestRestore(
          jobs,
          TIERS.filter((tier) => input.tiers.includes(tier)),
        ),
    ),
    timeline: api.restore.timeline.handler(async ({ input }) => {
      const reachable = await readableNow(jobs);
      const sources = input.source === undefined ? store.sources.list().map(({ id }) => id) : [input.source];
      const points = sources.flatMap((source) => timelineOf(store, source, reachable));
      return points.toSorted((a, b) => Date.parse(b.time) - Date.parse(a.time));
    }),
    witnessDays: api.restore.witnessDays.handler(async ({ input }) => witnessDaysOf(store, input.source, await readableNow(jobs))),
    plan: api.restore.plan.handler(async ({ input, signal }) => {
      const { files, parts, bytes, freeBytes } = await planItem(jobs, `plan-${jobs.newId()}`, input, signal ? { signal } : {});
      const { filesNew = 0, filesReplaced = 0, filesUnchanged = 0 } = files ?? {};
      return { filesNew, filesReplaced, filesUnchanged, bytes, freeBytes, parts };
    }),
    start: api.restore.start.handler(({ input, context }) => ({
      run: runs.restore({ trigger: 'manual', person: context.person }, input.items).id,
    })),
    report: api.restore.report.handler(({ input }) => store.notes.restoreReport(input.job)),
    reports: api.restore.reports.handler(() => [...store.notes.restoreReports()]),
    undo: api.restore.undo.handler(({ input, context }) => ({
      run: runs.undo({ trigger: 'manual', person: context.person }, input.job).id,
    })),
    browse: api.restore.browse.handler(async ({ input, signal }) => {
      const at = await accessTo(jobs, input);
      const entries = await jobs.host.browse({ at, snapshot: input.snapshot, path: input.path }, signal ? { signal } : {});
      return entries.map(entryOf);
    }),
    search: api.restore.search.handler(async ({ input, signal }) => {
      const at = await accessTo(jobs, input);
      const find = { patterns: [`*${input.name.replace(/[\\*?[\]]/g, '\\$&')}*`], ignoreCase: true };
      const found = await jobs.host.search({ at, find }, signal ? { signal } : {});
      return found.map(versionOf);
    }),
    ask: api.restore.ask.handler(async ({ input, signal }) => {
      const source = store.sources.get(input.source);
      if (source === undefined) return {};
      const at = await accessTo(jobs, input);
      const { snapshot, part, question } = input;
      const secrets = await jobs.secrets.ofSource(source);
      const scratch = jobs.scratchFor(`ask-${jobs.newId()}`);
      return { answer: await jobs.host.ask({ at, snapshot, source, secrets, part, question, scratch }, signal ? { signal } : {}) };
    }),
  };
}

function entryOf({ path, name, type, size, mtime }: ListedEntry) {
  return { path, name, type, size, mtime };
}

function versionOf({ entry, snapshots }: FoundVersion) {
  return {
    entry: entryOf(entry),
    snapshots: snapshots.map(({ id, snapshot }) => ({
      id,
      time: snapshot.time,
      source: snapshot.tags?.find((tag) => tag.startsWith('source:'))?.slice('source:'.length),
    })),
  };
}
