import type { Clock } from '../../shared/model/clock.ts';
import { repositoriesOf, repositoryKey } from '../../shared/model/destination.ts';
import type { Protection } from '../../shared/model/protection.ts';
import type { Places } from '../places/index.ts';
import type { Store } from '../store/index.ts';
import { assessProtection } from './assess.ts';
import type { OwnerFacts } from './facts.ts';
import { gatherFacts, type Surroundings } from './gather-facts.ts';

export interface ProtectionNeeds {
  store: Store;
  clock: Clock;
  places: Pick<Places, 'look'>;
  /** When the credential of a destination ends; undefined: never, or it has none. */
  credentialEnd: (destination: string) => Promise<Date | undefined>;
  engine: () => OwnerFacts['engine'];
  /** Whether this PC's key can be read. */
  vault: () => Promise<OwnerFacts['vault']>;
  /** Digest of what a recovery kit printed now would say; undefined: not known. */
  kitContentsDigest: () => string | undefined;
}

/** Answers the question. */
export interface ProtectionService {
  /** From what is known: touches no destination, unless nobody has looked yet. */
  assess(): Promise<Protection>;
  /** Looks at every destination first. */
  lookAndAssess(): Promise<Protection>;
}

type Looked = Pick<Surroundings, 'states' | 'credentialEnds' | 'vault'>;

export function createProtection(needs: ProtectionNeeds): ProtectionService {
  let looked: Looked | undefined;
  const assess = async (): Promise<Protection> => {
    looked ??= await lookAround(needs);
    const around = { ...looked, now: needs.clock.now(), engine: needs.engine(), kitContentsDigest: needs.kitContentsDigest() };
    return assessProtection(gatherFacts(needs.store, around));
  };
  return {
    assess,
    lookAndAssess: async () => {
      looked = await lookAround(needs);
      return await assess();
    },
  };
}

async function lookAround({ store, places, credentialEnd, vault }: ProtectionNeeds): Promise<Looked> {
  const destinations = store.destinations.list();
  const refs = destinations.flatMap((destination) => repositoriesOf(destination));
  const [states, ends, vaultNow] = await Promise.all([
    Promise.all(refs.map(async (ref) => [repositoryKey(ref), (await places.look(ref)).state] as const)),
    Promise.all(destinations.map(async ({ id }) => ({ id, end: await credentialEnd(id).catch(() => undefined) }))),
    vault(),
  ]);
  return {
    states: new Map(states),
    credentialEnds: new Map(ends.flatMap(({ id, end }) => (end === undefined ? [] : [[id, end.toISOString()]]))),
    vault: vaultNow,
  };
}
