import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { JobSurroundings } from './surroundings.ts';

type Needs = Pick<JobSurroundings, 'store' | 'host' | 'secrets' | 'scratchFor' | 'unfinished'>;
const AT_WORK: ReadonlySet<string> = new Set(['scheduled', 'running']);

/**
 * Removes databases that a restore which broke off made and did not finish. What cannot be removed now is named among the
 * warnings of its job, once, and stays on record for the next time. Never rejects.
 */
export async function removeUnfinishedOf(s: Needs, job: string): Promise<void> {
  const known = s.store.history.job(job);
  const source = s.store.sources.get(known?.source ?? '');
  const folder = join(s.unfinished, job);
  try {
    if ((await readdir(folder).catch(() => [])).length === 0) return;
    // Of a source that is not protected any more nothing opens its server; what is left is named all the same.
    const secrets = source === undefined ? {} : await s.secrets.ofSource(source);
    const left = await s.host.removeUnfinished({ folder, secrets, scratch: s.scratchFor(`${job}-unfinished`) });
    const named = new Set(s.store.history.warnings(job).map(({ code, detail }) => `${code} ${detail}`));
    const news = left.filter(({ name }) => known !== undefined && !named.has(`database-left ${name}`));
    s.store.history.addWarnings(news.map(({ part, name }) => ({ job, code: 'database-left', path: part, detail: name })));
  } catch {
    // The record stays: the next start looks again.
  }
}

/** As {@link removeUnfinishedOf} for every restore that is not at work. */
export async function removeUnfinished(s: Needs): Promise<void> {
  const jobs = await readdir(s.unfinished).catch(() => []);
  for (const job of jobs) if (!AT_WORK.has(s.store.history.job(job)?.status ?? '')) await removeUnfinishedOf(s, job);
}
