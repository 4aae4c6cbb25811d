import { type RepositoryRef, repositoryKey } from '../../shared/model/destination.ts';
import { accessTo, type JobSurroundings, reachDestinations } from '../jobs/index.ts';
import { FACT_FLAGS } from '../protection/index.ts';
import { retiredKeys } from '../setup/index.ts';

/** A disk was plugged in: on record, given the keys it lacks, and what lies on it looked at. Copies follow. */
export async function diskCame(s: JobSurroundings, ref: RepositoryRef): Promise<void> {
  const { store, clock, host } = s;
  store.notes.addCustody({ destination: ref.destination, disk: ref.disk ?? '', at: clock.now().toISOString(), event: 'attached' });
  const at = await accessTo(s, ref);
  const other = (await reachDestinations(s)).find((reach) => 'ref' in reach && reach.ref.destination !== ref.destination);
  if (other && 'ref' in other) await host.alignKeys({ from: await accessTo(s, other.ref), to: at, retired: retiredKeys(s) });
  await relist(s, ref);
}

/** A disk was taken away. */
export function diskWent({ store, clock }: Pick<JobSurroundings, 'store' | 'clock'>, ref: RepositoryRef): void {
  store.notes.addCustody({ destination: ref.destination, disk: ref.disk ?? '', at: clock.now().toISOString(), event: 'detached' });
}

/** Makes what the store knows of a repository what the repository says. Witnesses that are known already stay. */
export async function relist(s: JobSurroundings, ref: RepositoryRef): Promise<void> {
  const { store, clock, host } = s;
  const listed = await host.listPoints({ at: await accessTo(s, ref) });
  const known = new Map(store.points.list({}).map((point) => [point.point, point.witness]));
  const points = listed.map(({ installation: _made, ...point }) => {
    const witness = known.get(point.point);
    return { ...point, ...ref, ...(witness && { witness }) };
  });
  store.points.replaceAll(ref, points, clock.now().toISOString());
  noteStranger(s, ref, listed);
}

/** The PC that this one took over from must not write any more; if it does, somebody has to know. */
function noteStranger(
  { store }: Pick<JobSurroundings, 'store'>,
  ref: RepositoryRef,
  made: readonly { installation: string | undefined; time: string }[],
): void {
  const text = store.notes.flag('predecessor');
  if (text === undefined) return;
  const { installation, since } = JSON.parse(text) as { installation: string; since: string };
  const late = made.filter((one) => one.installation === installation && Date.parse(one.time) > Date.parse(since));
  const newest = late
    .map(({ time }) => time)
    .sort()
    .at(-1);
  if (newest !== undefined) store.notes.setFlag(FACT_FLAGS.otherWriterAt(repositoryKey(ref)), newest);
}
