import { z } from 'zod';
import { isLifeboatError, LifeboatError } from '../../shared/errors/index.ts';
import { type Destination, destinationSchema, repositoriesOf } from '../../shared/model/destination.ts';
import { custodyEntrySchema, kitRecordSchema, kitTestSchema, settingsSchema } from '../../shared/model/installation.ts';
import { personSchema } from '../../shared/model/person.ts';
import { pharmacySchema } from '../../shared/model/pharmacy.ts';
import { restoreReportSchema } from '../../shared/model/restore.ts';
import { proofSchema } from '../../shared/model/restore-point.ts';
import { jobSchema, runSchema } from '../../shared/model/run.ts';
import { sourceSchema } from '../../shared/model/source.ts';
import { placedProbeSchema } from './notes.ts';
import type { Past, RunText, Store } from './store.ts';

/** A file of a seal. */
export interface SealFile {
  name: string;
  content: string;
}

const FORMAT = 1;
const DAY = 24 * 60 * 60 * 1000;
const DAYS = 400;
/** Characters of a history file after which another is begun, so that none is too large to be read in one piece. */
const FILE_LENGTH = 4_000_000;
/** Facts by name that must outlive this PC; all others are about it. */
const FLAGS = ['kept:', 'deletions-held-until', 'retired-keys', 'lost-keys', 'attacks', 'loss:', 'renewal', 'retired-place:'];

const settingsFile = z.object({
  format: z.literal(FORMAT),
  pharmacy: pharmacySchema.optional(),
  settings: settingsSchema.optional(),
  sources: z.array(sourceSchema),
  destinations: z.array(destinationSchema),
  people: z.array(personSchema),
});
const recordsFile = z.object({
  format: z.literal(FORMAT),
  proofs: z.array(proofSchema),
  restoreReports: z.array(restoreReportSchema),
  probes: z.array(placedProbeSchema),
  custody: z.array(custodyEntrySchema),
  kitRecords: z.array(kitRecordSchema),
  kitTests: z.array(kitTestSchema),
  flags: z.record(z.string(), z.string()),
});
const historyFile = z.object({ format: z.literal(FORMAT), runs: z.array(runSchema), jobs: z.array(jobSchema) });

/**
 * What the app knows, as files to keep beside the data: settings, and the history of the last 400 days, a file or more a
 * month so that old months stay the same. No credentials: the store has none. The same memory gives the same files; runs
 * that only sealed are left out, or every seal would be a reason for another.
 */
export function exportSeal(store: Store, now: Date): SealFile[] {
  const since = new Date(now.getTime() - DAYS * DAY).toISOString();
  return [settingsOf(store), recordsOf(store, since), ...historyOf(store, since)];
}

function settingsOf(store: Store): SealFile {
  return fileOf('settings.json', {
    pharmacy: store.pharmacy.get(),
    settings: store.settings.get(),
    sources: store.sources.list(),
    destinations: store.destinations.list(),
    people: store.people.list(),
  });
}

function recordsOf(store: Store, since: string): SealFile {
  const isRecent = ({ at }: { at: string }): boolean => Date.parse(at) >= Date.parse(since);
  return fileOf('records.json', {
    proofs: store.points.proofs({ since }).toReversed(),
    restoreReports: store.notes.restoreReports().filter(isRecent).toReversed(),
    probes: store.destinations.list().flatMap((destination) => probesOf(store, destination, since)),
    custody: store.notes.custody().filter(isRecent).toReversed(),
    kitRecords: store.notes.kitRecords().toReversed(),
    kitTests: store.notes.kitTests().toReversed(),
    flags: Object.assign({}, ...FLAGS.map((prefix) => store.notes.flags(prefix))) as Record<string, string>,
  });
}

function probesOf(store: Store, destination: Destination, since: string): z.infer<typeof placedProbeSchema>[] {
  return repositoriesOf(destination).flatMap((at) =>
    store.notes
      .probes(at)
      .filter((probe) => Date.parse(probe.at) >= Date.parse(since))
      .toReversed()
      .map((probe) => ({ at, probe })),
  );
}

function historyOf(store: Store, since: string): SealFile[] {
  const months = Map.groupBy(store.history.texts(since), ({ endedAt }) => new Date(endedAt).toISOString().slice(0, 7));
  return [...months].flatMap(([month, runs]) =>
    inPieces(runs).map((piece, number) => ({
      name: `history-${month}${number === 0 ? '' : `-${number + 1}`}.json`,
      content: historyText(piece),
    })),
  );
}

function inPieces(runs: readonly RunText[]): RunText[][] {
  const pieces: RunText[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const run of runs) {
    const more = run.run.length + run.jobs.reduce((sum, job) => sum + job.length, 0);
    if (length + more > FILE_LENGTH) {
      pieces.push([]);
      length = 0;
    }
    length += more;
    pieces.at(-1)?.push(run);
  }
  return pieces;
}

function historyText(runs: readonly RunText[]): string {
  return `{"format":${FORMAT},"runs":[${runs.map(({ run }) => run).join()}],"jobs":[${runs.flatMap(({ jobs }) => jobs).join()}]}`;
}

function fileOf(name: string, content: object): SealFile {
  return { name, content: JSON.stringify({ format: FORMAT, ...content }) };
}

/**
 * Puts what a seal holds into the store, all or nothing: settings take the place of those there, sources, destinations and
 * people join those there, history comes before everything that is there. A file of history that cannot be read is left out
 * and named in the result; files of other names are none of ours.
 *
 * Errors: `seal-unreadable` if the settings are missing or cannot be read; `store-too-new` if a newer Lifeboat wrote them.
 */
export function importSeal(store: Store, files: readonly SealFile[]): { leftOut: string[] } {
  const settings = files.find(({ name }) => name === 'settings.json');
  const known = settings && read(settings, settingsFile);
  if (known === undefined) throw new LifeboatError('seal-unreadable', { file: 'settings.json' });
  const leftOut: string[] = [];
  store.transaction(() => {
    if (known.pharmacy) store.pharmacy.set(known.pharmacy);
    if (known.settings) store.settings.set(known.settings);
    for (const source of known.sources) store.sources.put(source);
    for (const destination of known.destinations) store.destinations.put(destination);
    for (const person of known.people) store.people.put(person);
    leftOut.push(...importPast(store, files));
  });
  return { leftOut };
}

function importPast(store: Store, files: readonly SealFile[]): string[] {
  const leftOut: string[] = [];
  for (const file of files.filter(({ name }) => name === 'records.json')) {
    const records = read(file, recordsFile);
    if (!records || !isAdded(store, { ...records, runs: [], jobs: [] })) leftOut.push(file.name);
  }
  const history = files.filter(({ name }) => /^history-\d{4}-\d\d(-\d+)?\.json$/.test(name));
  const inTime = new Intl.Collator('en', { numeric: true });
  // What comes first ends up nearest to what is there.
  for (const file of history.toSorted((a, b) => inTime.compare(b.name.replace('.json', ''), a.name.replace('.json', '')))) {
    const past = read(file, historyFile);
    const runs = new Set(past?.runs.map(({ id }) => id));
    const jobs = past?.jobs.filter(({ run }) => runs.has(run)) ?? [];
    if (!past || !isAdded(store, { ...NOTHING, runs: past.runs, jobs })) leftOut.push(file.name);
  }
  return leftOut;
}

const NOTHING = { proofs: [], restoreReports: [], probes: [], custody: [], kitRecords: [], kitTests: [], flags: {} };

/** False: something in it is of the right shape and yet makes no sense, such as a moment that is none. */
function isAdded(store: Store, past: Past): boolean {
  try {
    store.addPast(past);
    return true;
  } catch (error) {
    if (isLifeboatError(error, 'internal')) return false;
    throw error;
  }
}

/** Undefined if it cannot be read. */
function read<S extends z.ZodType>({ name, content }: SealFile, schema: S): z.infer<S> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return undefined;
  }
  const { success, data } = z.object({ format: z.number() }).safeParse(value);
  if (success && data.format > FORMAT) throw new LifeboatError('store-too-new', { path: name, version: data.format, known: FORMAT });
  return schema.safeParse(value).data;
}
