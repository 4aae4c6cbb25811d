import { repositoriesOf } from '../../shared/model/destination.ts';
import { accessTo, type JobSurroundings } from '../jobs/index.ts';
import { FACT_FLAGS } from '../protection/index.ts';
import { VERSION } from '../version.ts';

const CHECKED = 'checked-version';

/** After an update of Lifeboat: does the vault still answer, and does every repository that is here still open? True: all is well. */
export async function checkAfterUpdate(s: JobSurroundings): Promise<boolean> {
  const { store, host, places, clock } = s;
  const before = store.notes.flag(CHECKED);
  if (before === VERSION) return true;
  store.notes.setFlag(CHECKED, VERSION);
  if (before === undefined) return true;
  try {
    for (const ref of store.destinations.list().flatMap(repositoriesOf)) {
      if ((await places.look(ref)).state === 'here') await host.listKeys({ at: await accessTo(s, ref) });
    }
    store.notes.setFlag(FACT_FLAGS.selfCheckFailedAt, undefined);
    return true;
  } catch {
    store.notes.setFlag(FACT_FLAGS.selfCheckFailedAt, clock.now().toISOString());
    return false;
  }
}
