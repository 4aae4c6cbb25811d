import { repositoriesOf } from '../../shared/model/destination.ts';
import type { Protection } from '../../shared/model/protection.ts';
import { isLifeboatError } from '../../shared/errors/index.ts';
import { credentialEnd } from '../engine/index.ts';
import type { JobSurroundings } from '../jobs/index.ts';
import { assessProtection, gatherFacts, type Surroundings } from '../protection/index.ts';
import { credentialName } from '../setup/index.ts';
import type { CredentialVault } from '../vault/index.ts';
import { readCredential } from './job-secrets.ts';

export interface AssessNeeds {
  jobs: Pick<JobSurroundings, 'store' | 'clock'>;
  vault: CredentialVault;
  isEngineRunning: () => boolean;
  kitDigest: () => string | undefined;
}

/** Asks the app's one question with everything that is known now; `states` says where the repositories are. Reads nothing from them. */
export async function assess(
  { jobs, vault, isEngineRunning, kitDigest }: AssessNeeds,
  states: Surroundings['states'],
): Promise<Protection> {
  const { store, clock } = jobs;
  const refs = store.destinations.list().flatMap(repositoriesOf);
  const vaultState = await stateOfVault(vault, refs.length > 0);
  const kit = kitDigest();
  return assessProtection(
    gatherFacts(store, {
      now: clock.now(),
      states,
      credentialEnds: vaultState === 'fine' ? await credentialEnds(jobs, vault) : new Map(),
      engine: isEngineRunning() ? 'running' : 'stopped',
      vault: vaultState,
      ...(kit !== undefined && { kitContentsDigest: kit }),
    }),
  );
}

/** Before there is a repository nothing is in the vault, and nothing is missing from it. */
async function stateOfVault(vault: CredentialVault, isNeeded: boolean): Promise<Surroundings['vault']> {
  if (!isNeeded) return 'fine';
  try {
    await vault.pcKey();
    return 'fine';
  } catch (error) {
    if (isLifeboatError(error)) return 'missing';
    throw error;
  }
}

async function credentialEnds({ store }: AssessNeeds['jobs'], vault: CredentialVault): Promise<Map<string, string>> {
  const ends = store.destinations.list().map(async ({ id, kind }) => {
    const credential = kind === 'azure' ? await readCredential(vault, credentialName.ofDestination(id)).catch(() => undefined) : undefined;
    const end = credential && credentialEnd(credential);
    return end ? [[id, end.toISOString()] as const] : [];
  });
  return new Map((await Promise.all(ends)).flat());
}
