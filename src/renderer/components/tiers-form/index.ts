/** When backups run, and how much of the line they take. */
export { BandwidthFields, type BandwidthFieldsProps } from './bandwidth-fields.tsx';
export { bandwidthOf, isRate, type TypedBandwidth, typedBandwidth } from './bandwidth.ts';
export { TierFields, type TierFieldsProps } from './tier-fields.tsx';
export { WeekStrip, type WeekStripProps } from './week-strip.tsx';
