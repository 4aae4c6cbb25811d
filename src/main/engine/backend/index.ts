export { throwIfAborted } from '../abort.ts';
export type { AzureCredentials } from './azure/index.ts';
export type { Backend, FileInfo, FileType, Handle, Range } from './backend.ts';
export { CONFIG } from './handle.ts';
export { Bandwidth, type BandwidthLimits } from './limiter/index.ts';
export { openBackend, type PlaceOptions } from './open.ts';
