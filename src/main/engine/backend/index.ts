export { throwIfAborted } from '../abort.ts';
export { type AzureCredentials, type AzureGrant, credentialEnd, grantAccess, type GrantKind, probeAzure } from './azure/index.ts';
export type { Backend, FileInfo, FileType, Handle, Range } from './backend.ts';
export { CONFIG } from './handle.ts';
export { Bandwidth, type BandwidthLimits } from './limiter/index.ts';
export { parseLocation } from './location.ts';
export { openBackend, type PlaceOptions } from './open.ts';
