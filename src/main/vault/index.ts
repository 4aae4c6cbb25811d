/** Secrets of this PC in the operating system's vault, and what a paper keeps sealed. Never the recovery key. */
export { createCredentialVault, type CredentialVault, type WrappedSecrets } from './credential-vault.ts';
export { createSecretStore, LONGEST_SECRET, type SecretStoreOptions } from './keytar-store.ts';
export { accessFingerprint, openKitSeal, sealForKit } from './kit-seal.ts';
export { newRecoveryKey } from './new-recovery-key.ts';
export type { SecretStore } from './secret-store.ts';
export type { Within } from './within.ts';
