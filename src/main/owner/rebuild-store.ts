import type { DurableTexts } from '../profile/index.ts';
import type { EngineHost, RepositoryAccess, SealFile } from '../engine-host/index.ts';
import { importSeal, type Store } from '../store/index.ts';
import { credentialName } from '../setup/index.ts';
import type { CredentialVault } from '../vault/index.ts';
import { readCredential } from './job-secrets.ts';

export interface RebuildNeeds {
  store: Store;
  host: EngineHost;
  vault: CredentialVault;
  /** Where repositories were last found, by their keys. */
  locations: DurableTexts;
  installation: string;
}

/** Fills an empty store from the newest seal of this installation that can be reached; false if there is none. */
export async function rebuildStore({ store, host, vault, locations, installation }: RebuildNeeds): Promise<boolean> {
  const seals: { time: string; files: SealFile[] }[] = [];
  for (const key of locations.names()) {
    const at = await accessOf(key, { vault, locations });
    // One that is away or damaged must not keep the others from helping.
    const seal = at && (await host.readSeal({ at, of: installation }).catch(() => undefined));
    if (seal) seals.push(seal);
  }
  const [newest] = seals.toSorted((a, b) => b.time.localeCompare(a.time));
  if (newest === undefined) return false;
  importSeal(store, newest.files);
  return true;
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
