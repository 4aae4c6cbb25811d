/** Setting up, papers, and beginning anew on another PC. */
export { givenCredentials, type GivenCredential } from './azure-credential.ts';
export { addDestination, addDisk, probeDestination, removeDestination } from './destinations.ts';
export { createKitService, type KitService } from './kit.ts';
export { listRepository } from './list-repository.ts';
export { credentialName, pcLabel, type SetupNeeds } from './needs.ts';
export { createRecoveryService, type RecoveryRequest, type RecoveryService } from './recovery.ts';
export { releaseDisk } from './release-disk.ts';
export { retiredKeys } from './retired-keys.ts';
export { reachableRepositories } from './repositories.ts';
export { slugOf } from './slug.ts';
export { putSource, removeSource, secretsOf, testSourceNow } from './sources.ts';
