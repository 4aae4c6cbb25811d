export { AzureBackend, type AzureOptions } from './azure-backend.ts';
export type { AzureCredentials } from './connection-string.ts';
export { type AzureGrant, credentialEnd, grantAccess, type GrantKind } from './grant.ts';
export { probeAzure } from './probe.ts';
