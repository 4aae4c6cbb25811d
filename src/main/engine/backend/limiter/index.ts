export { Bandwidth, type BandwidthLimits } from './bandwidth.ts';
export { LimitedBackend } from './limited-backend.ts';
