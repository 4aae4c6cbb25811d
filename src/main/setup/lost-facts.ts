import { LifeboatError } from '../../shared/errors/index.ts';
import { type Destination, isSameRepository, repositoriesOf, type RepositoryRef } from '../../shared/model/destination.ts';
import type { ExposedCredential, LostFacts, LostThing } from '../../shared/model/loss.ts';
import { credentialsOf, partsOf } from '../../shared/model/source.ts';
import { pcLabel, type SetupNeeds } from './needs.ts';
import { predecessorOf } from './our-key.ts';
import { reachableRepositories } from './repositories.ts';

/** What is known of something that may be lost. `value-invalid` if there is no such thing. */
export async function lostFacts(needs: SetupNeeds, thing: LostThing): Promise<LostFacts> {
  if (thing.destination === undefined) return await factsOfPc(needs);
  const destination = needs.store.destinations.get(thing.destination);
  const refs = destination === undefined ? [] : repositoriesOf(destination);
  const ref = refs.find((one) => one.disk === thing.disk);
  if (destination === undefined || ref === undefined) {
    throw new LifeboatError('value-invalid', {
      name: 'destination',
      value: thing.destination,
      expected: 'a disk or a place that is set up',
    });
  }
  return factsOfPlace(needs, destination, ref);
}

function factsOfPlace(needs: SetupNeeds, destination: Destination, ref: RepositoryRef): LostFacts {
  const { store } = needs;
  const custody = store.notes.custody(destination.id).filter(({ disk }) => disk === (ref.disk ?? ''));
  const holder = custody.find(({ event }) => event === 'released')?.person;
  const probes = store.notes.probes(ref);
  const sources = sourcesAt(needs, ref);
  const since = earliest([probes.at(-1)?.at, ...sources.map(({ from }) => from)]);
  const seen = [custody[0]?.at, probes[0]?.at].filter((at) => at !== undefined).toSorted();
  return {
    ...ref,
    kind: ref.disk === undefined ? 'place' : 'disk',
    name: nameOf(destination, ref.disk),
    ...(seen.at(-1) !== undefined && { lastSeenAt: seen.at(-1) }),
    ...(holder !== undefined && { lastHolder: store.people.get(holder)?.name ?? holder }),
    sources,
    ...(since !== undefined && { encryptedSince: since }),
    credentialsToChange: destination.kind === 'azure' ? [{ kind: 'place', name: destination.name }] : [],
    keysLeft: [],
    isLastCopy: isLastCopy(needs, ref),
  };
}

function sourcesAt({ store }: SetupNeeds, at: RepositoryRef): LostFacts['sources'] {
  return store.sources.list().flatMap(({ id, name, tier }) => {
    const points = store.points.list({ source: id, at });
    const [newest] = points;
    const oldest = points.at(-1);
    if (newest === undefined || oldest === undefined) return [];
    return [{ source: id, name, tier, from: oldest.time, to: newest.time, points: points.length, bytes: newest.bytes }];
  });
}

function isLastCopy({ store }: SetupNeeds, ref: RepositoryRef): boolean {
  const critical = store.sources.list().filter(({ tier }) => tier === 'critical');
  return critical.some(({ id }) => {
    const points = store.points.list({ source: id });
    return points.length > 0 && points.every((point) => isSameRepository(point, ref));
  });
}

/** The PC that this one took over from: what it held is what this one holds now. */
async function factsOfPc(needs: SetupNeeds): Promise<LostFacts> {
  const { store } = needs;
  const predecessor = predecessorOf(store);
  if (predecessor === undefined) {
    throw new LifeboatError('value-invalid', {
      name: 'destination',
      value: '',
      expected: 'a disk or a place, or a PC that was taken over from',
    });
  }
  const sources = store.sources.list().flatMap(({ id, name, tier }) => {
    const points = store.points.list({ source: id }).filter(({ time }) => Date.parse(time) <= Date.parse(predecessor.since));
    const moments = new Set(points.map(({ point }) => point)).size;
    const [newest] = points;
    const oldest = points.at(-1);
    return newest && oldest ? [{ source: id, name, tier, from: oldest.time, to: newest.time, points: moments, bytes: newest.bytes }] : [];
  });
  const [newest] = sources
    .map(({ to }) => to)
    .toSorted()
    .toReversed();
  return {
    kind: 'pc',
    name: store.pharmacy.get()?.name ?? '',
    ...(newest !== undefined && { lastSeenAt: newest }),
    sources,
    credentialsToChange: credentialsOfPc(needs),
    keysLeft: await keysLeft(needs, pcLabel(predecessor.installation)),
    isLastCopy: false,
  };
}

/** Everything that the vault of a PC of this pharmacy holds, by what it opens. */
export function credentialsOfPc({ store }: Pick<SetupNeeds, 'store'>): ExposedCredential[] {
  const places = store.destinations.list().flatMap(({ kind, name }) => (kind === 'azure' ? [{ kind: 'place' as const, name }] : []));
  const databases = store.sources
    .list()
    .filter((source) => partsOf(source).some((part) => credentialsOf(part).length > 0))
    .map(({ name }) => ({ kind: 'database' as const, name }));
  const mail = store.settings.get()?.mail?.user;
  return [...places, ...databases, ...(mail === undefined ? [] : [{ kind: 'mail' as const, name: mail }]), { kind: 'account' }];
}

/** Where a key with this label still opens copies, as far as somebody can look now. */
async function keysLeft(needs: SetupNeeds, label: string): Promise<LostFacts['keysLeft']> {
  const { here, away } = await reachableRepositories(needs);
  const looks = here.map(async ({ ref, at }) => {
    const keys = await needs.host.listKeys({ at }).catch(() => undefined);
    if (keys === undefined) return [{ ...ref, state: 'not-looked' as const }];
    return keys.some((key) => key.label === label) ? [{ ...ref, state: 'still-there' as const }] : [];
  });
  return [...(await Promise.all(looks)).flat(), ...away.map((ref) => ({ ...ref, state: 'not-looked' as const }))];
}

function nameOf(destination: Destination, disk: string | undefined): string {
  const label = destination.kind === 'usb-set' ? destination.disks.find(({ id }) => id === disk)?.label : undefined;
  return label === undefined ? destination.name : `${label} (${destination.name})`;
}

function earliest(moments: readonly (string | undefined)[]): string | undefined {
  return moments.filter((at) => at !== undefined).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
}
