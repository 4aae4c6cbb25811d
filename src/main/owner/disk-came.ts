import { isSameRepository, type RepositoryRef, repositoryKey } from '../../shared/model/destination.ts';
import { accessTo, type JobSurroundings, mayWrite, reachDestinations } from '../jobs/index.ts';
import { FACT_FLAGS } from '../protection/index.ts';
import { listRepository, retiredKeys } from '../setup/index.ts';

/** A disk is plugged in: on record, given the keys it lacks, and what lies on it looked at. Copies follow. */
export async function diskCame(s: JobSurroundings, ref: RepositoryRef): Promise<void> {
  const others = (await reachDestinations(s)).flatMap((reach) => ('ref' in reach && !isSameRepository(reach.ref, ref) ? [reach.ref] : []));
  // While somebody fears an attack nothing is written to a disk that is plugged in.
  const givers = mayWrite(s.store, ref) ? others : [];
  // Each may have a key that the others lack; one that fails must not keep what the rest give away.
  for (const other of givers) await alignWith(s, other, ref).catch(() => undefined);
  await relist(s, ref);
}

async function alignWith(s: JobSurroundings, other: RepositoryRef, ref: RepositoryRef): Promise<void> {
  await s.host.alignKeys({ from: await accessTo(s, other), to: await accessTo(s, ref), retired: retiredKeys(s) });
}

/** Puts on record that a disk came or went; false if that is known already, as of a disk that stayed where it was while the PC was off. */
export function noteCustody(
  { store, clock }: Pick<JobSurroundings, 'store' | 'clock'>,
  { destination, disk = '' }: RepositoryRef,
  event: 'attached' | 'detached',
): boolean {
  const last = store.notes.custody(destination).find((entry) => entry.disk === disk)?.event ?? 'detached';
  if (last === event) return false;
  store.notes.addCustody({ destination, disk, at: clock.now().toISOString(), event });
  return true;
}

/** Makes what the store knows of a repository what the repository says. Witnesses that are known already stay. */
export async function relist(s: JobSurroundings, ref: RepositoryRef): Promise<void> {
  const listed = await listRepository(s, ref, await accessTo(s, ref));
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
