import { LifeboatError } from '../../shared/errors/index.ts';
import { type Loss, type Losses, type LossReport, lossSchema, type LostThing, readableBy } from '../../shared/model/loss.ts';
import { lossDocument } from '../reports/index.ts';
import { removeDestination } from './destinations.ts';
import { removeDisk } from './disks.ts';
import { lostFacts } from './lost-facts.ts';
import { loseKey, lostKeysAt } from './lost-keys.ts';
import { pcLabel, type SetupNeeds } from './needs.ts';
import { predecessorOf } from './our-key.ts';

const PREFIX = 'loss:';

/**
 * Puts on record that something is lost: nobody waits for it any more, and it counts for nothing. A disk leaves its set; one
 * that turns up again is a disk that may be added. A PC's key is to go wherever it is: a job of its own does that. What is in the cloud cannot be lost (`value-invalid`).
 */
export async function declareLost(needs: SetupNeeds, thing: LostThing, report: LossReport, by: string | undefined): Promise<Loss> {
  const { store, clock, newId } = needs;
  const facts = await lostFacts(needs, thing);
  if (store.destinations.get(thing.destination ?? '')?.kind === 'azure') {
    throw new LifeboatError('value-invalid', { name: 'destination', value: facts.name, expected: 'a disk, a folder or a PC' });
  }
  const loss: Loss = {
    id: newId(),
    at: clock.now().toISOString(),
    ...(by !== undefined && { by }),
    facts,
    report,
    readable: readableBy(facts, report),
    mustRetireKey: report.paperWithIt,
  };
  store.notes.setFlag(PREFIX + loss.id, JSON.stringify(loss));
  const predecessor = facts.kind === 'pc' ? predecessorOf(store) : undefined;
  if (predecessor !== undefined) loseKey(needs, pcLabel(predecessor.installation));
  if (facts.destination !== undefined) await takeOut(needs, { destination: facts.destination, disk: facts.disk }, loss);
  return loss;
}

/** What was declared lost; of a PC with the places where its key may be now. One record that cannot be read hides no other. */
export function losses({ store }: Pick<SetupNeeds, 'store'>): Losses {
  const all = Object.entries(store.notes.flags(PREFIX)).map(([name, text]) => ({ id: name.slice(PREFIX.length), loss: lossIn(text) }));
  const known = all.flatMap(({ loss }) => (loss === undefined ? [] : [withKeysNow({ store }, loss)]));
  return {
    losses: known.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at)),
    unreadable: all.filter(({ loss }) => loss === undefined).map(({ id }) => id),
  };
}

function lossIn(text: string): Loss | undefined {
  try {
    return lossSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function withKeysNow(needs: Pick<SetupNeeds, 'store'>, loss: Loss): Loss {
  const keysLeft = loss.facts.keysLeft.filter((place) => lostKeysAt(needs, place).length > 0);
  return { ...loss, facts: { ...loss.facts, keysLeft } };
}

/** The statement on something that was declared lost, as PDF. */
export async function lossStatement(needs: Pick<SetupNeeds, 'store'>, id: string): Promise<Buffer> {
  const loss = losses(needs).losses.find((one) => one.id === id);
  if (loss === undefined) throw new LifeboatError('value-invalid', { name: 'loss', value: id, expected: 'one that was declared' });
  const { name = '', timeZone = 'UTC', language = 'en' } = needs.store.pharmacy.get() ?? {};
  return await lossDocument(named(needs, loss), { pharmacy: name, timeZone, language });
}

/** With people's names, where they are still known. */
function named({ store }: Pick<SetupNeeds, 'store'>, loss: Loss): Loss {
  return loss.by === undefined ? loss : { ...loss, by: store.people.get(loss.by)?.name ?? loss.by };
}

async function takeOut(needs: SetupNeeds, ref: { destination: string; disk: string | undefined }, { at, by }: Loss): Promise<void> {
  const { store } = needs;
  const { destination: id, disk } = ref;
  store.notes.addCustody({ destination: id, disk: disk ?? '', at, event: 'lost', ...(by !== undefined && { person: by }) });
  if (disk !== undefined && store.destinations.get(id)?.kind === 'usb-set') removeDisk(needs, { destination: id, disk });
  else await removeDestination(needs, id);
}
