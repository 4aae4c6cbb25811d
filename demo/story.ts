import { firstBackup, idleBackup, nextBackup } from './chapters/backups.ts';
import type { Cast } from './chapters/cast.ts';
import { compare, recover, remember, strike } from './chapters/disaster.ts';
import { openPharmacy, workADay } from './chapters/pharmacy.ts';
import { checkRepository, withoutLifeboat } from './chapters/proof.ts';
import { inSeconds, timed } from './stopwatch.ts';

/** Tells the whole story. Throws a DemoFailure at the first thing that is not as it must be. */
export async function tellStory(cast: Cast): Promise<void> {
  const { paper, options, places } = cast;
  paper.title('Lifeboat: a pharmacy, its worst day, and the day after');
  const { milliseconds } = await timed(async () => {
    await openPharmacy(cast);
    await firstBackup(cast);
    workADay(cast);
    await nextBackup(cast);
    await idleBackup(cast);
    const before = remember(cast);
    strike(cast);
    await recover(cast);
    compare(cast, before);
    await checkRepository(cast);
    await withoutLifeboat(cast);
  });
  paper.title(`Everything came back. The whole story took ${inSeconds(milliseconds)}.`);
  paper.say(options.keep ? `Pharmacy and repository are in ${places.root}.` : 'Nothing of it was left behind on this PC.');
}
