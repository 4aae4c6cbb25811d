/** When backups run, what that promises, what stays, and how much of the line they take. */
export { BandwidthFields, type BandwidthFieldsProps } from './bandwidth-fields.tsx';
export { bandwidthOf, isRate, type TypedBandwidth, typedBandwidth } from './bandwidth.ts';
export { CautionsList } from './cautions-list.tsx';
export { keepCautions, type Promised, targetCautions } from './cautions.ts';
export { KeepFields, type KeepFieldsProps, type TypedKeeps } from './keep-fields.tsx';
export { retentionOf, typedKeep } from './keep.ts';
export { TargetFields, type TargetFieldsProps } from './target-fields.tsx';
export { TierFields, type TierFieldsProps } from './tier-fields.tsx';
export { WeekStrip, type WeekStripProps } from './week-strip.tsx';
