import { type ReadingSession, resolveSnapshot, stats } from '../../engine/index.ts';

/** Plain bytes of a snapshot: from its own summary, else counted. */
export async function snapshotSize(session: ReadingSession, id: string): Promise<number> {
  const { snapshot } = await resolveSnapshot(session, id);
  return snapshot.summary?.total_bytes_processed ?? (await stats(session, { snapshots: [id] })).bytes;
}
