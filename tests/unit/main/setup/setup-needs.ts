import type { SetupNeeds } from '../../../../src/main/setup/index.ts';
import { createCredentialVault } from '../../../../src/main/vault/index.ts';
import { MemorySecrets, MemoryWrapped } from '../../../support/memory-secrets.ts';
import type { JobWorld } from '../jobs/job-world.ts';

/** What setting up stands on: the rooms of a world of jobs, and a vault in memory. */
export async function setupNeeds({ surroundings }: JobWorld): Promise<SetupNeeds> {
  const vault = createCredentialVault({ secrets: new MemorySecrets(), bootstrap: new MemoryWrapped() });
  await vault.makePcKey();
  const { host, places, clock, installation, scratchFor, newId, store } = surroundings;
  return {
    store,
    host,
    places,
    clock,
    installation,
    scratchFor,
    newId,
    vault,
    locations: new MemoryWrapped(),
    temporaryPasswords: new Map(),
    listDrives: () => Promise.resolve([]),
    within: async (_milliseconds, work) => await work,
  };
}
