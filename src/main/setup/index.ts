/** Setting up, papers, and beginning anew on another PC. */
export { givenCredentials, type GivenCredential } from './azure-credential.ts';
export { addDestination, probeDestination, removeDestination, updateDestination } from './destinations.ts';
export { addDisk, removeDisk } from './disks.ts';
export { createKitService, type KitService } from './kit.ts';
export { declareLost, losses, lossStatement } from './declare-lost.ts';
export { listRepository } from './list-repository.ts';
export { lostFacts } from './lost-facts.ts';
export { lostKeysAt, lostKeysGone, placesWithLostKeys } from './lost-keys.ts';
export { credentialName, pcLabel, type SetupNeeds } from './needs.ts';
export { finishSetup, isSetUp, keepSetup, setupState } from './progress.ts';
export { createRecoveryService, type RecoveryRequest, type RecoveryService } from './recovery.ts';
export { releaseDisk } from './release-disk.ts';
export { retire, retiredKeys } from './retired-keys.ts';
export {
  areDisksOnly,
  declareLeaked,
  forgetRetired,
  listRetired,
  refOfRetired,
  renewalFacts,
  renewRepository,
  retiredCopies,
  retiredFor,
  retireRepositories,
} from './renewal/index.ts';
export { passwordOf, reachableRepositories } from './repositories.ts';
export { countUnprotected, setAside, setAsideSources } from './set-aside.ts';
export { putSource, removeSource, secretsOf, selfTestSource, testSourceNow } from './sources.ts';
