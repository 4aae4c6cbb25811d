import type { Clock } from '../../shared/model/clock.ts';
import type { RepositoryRef } from '../../shared/model/destination.ts';
import type { DurableTexts } from '../profile/index.ts';
import type { EngineHost, RepositoryAccess, SealFile } from '../engine-host/index.ts';
import { importSeal, type Store } from '../store/index.ts';
import { credentialName, listRepository } from '../setup/index.ts';
import type { CredentialVault } from '../vault/index.ts';
import { readCredential } from './job-secrets.ts';

export interface RebuildNeeds {
  store: Store;
  host: EngineHost;
  vault: CredentialVault;
  /** Where repositories were last found, by their keys. */
  locations: DurableTexts;
  installation: string;
  clock: Clock;
  /** Gives up after some milliseconds. */
  within: <T>(milliseconds: number, work: Promise<T>) => Promise<T | undefined>;
}

/** Milliseconds that one place gets: whoever waits here cannot even restore. */
const PATIENCE = 30_000;

interface FoundSeal {
  ref: RepositoryRef;
  at: RepositoryAccess;
  time: string;
  files: SealFile[];
}

/** Fills an empty store from the newest seal of this installation that can be reached and read; false if there is none. */
export async function rebuildStore(needs: RebuildNeeds): Promise<boolean> {
  const { store, locations, within } = needs;
  const seals: FoundSeal[] = [];
  for (const key of locations.names()) {
    const stop = new AbortController();
    // One that is away or damaged must not keep the others from helping.
    const seal = await within(
      PATIENCE,
      sealAt(needs, key, stop.signal).catch(() => undefined),
    );
    stop.abort();
    if (seal) seals.push(seal);
  }
  const newestFirst = seals.toSorted((a, b) => Date.parse(b.time) - Date.parse(a.time));
  if (!newestFirst.some(({ files }) => isImported(store, files))) return false;
  for (const { ref, at } of seals)
    await within(
      PATIENCE,
      listRepository(needs, ref, at).catch(() => []),
    );
  return true;
}

function isImported(store: Store, files: SealFile[]): boolean {
  try {
    store.transaction(() => importSeal(store, files));
    return true;
  } catch {
    return false;
  }
}

async function sealAt(needs: RebuildNeeds, key: string, signal: AbortSignal): Promise<FoundSeal | undefined> {
  const at = await accessOf(key, needs);
  const seal = at && (await needs.host.readSeal({ at, of: needs.installation }, { signal }));
  const [destination = key, disk] = key.split('/');
  return at && seal && { ref: { destination, ...(disk !== undefined && { disk }) }, at, time: seal.time, files: seal.files };
}

async function accessOf(
  key: string,
  { vault, locations }: Pick<RebuildNeeds, 'vault' | 'locations'>,
): Promise<RepositoryAccess | undefined> {
  const location = locations.read(key);
  if (location === undefined) return undefined;
  const azure = await readCredential(vault, credentialName.ofDestination(key.split('/')[0] ?? key));
  return { location, password: await vault.pcKey(), ...(azure && { azure }) };
}
