/** The sources: what there is to protect, each kind with the same verbs. */
import type { SingleSource } from '../../shared/model/source.ts';
import type { SourceKind } from './kind.ts';
import { KINDS } from './registry.ts';

export { detectSources, type DetectOptions, unprotected } from './detection/index.ts';
export type {
  Capture,
  CapturedFile,
  Detected,
  DetectionGround,
  FrozenDrives,
  LiveState,
  Making,
  OpenedCopy,
  PutBackResult,
  PutBackWay,
  Replaced,
  RestoredPart,
  SourceContext,
  SourceKind,
  SourceWarningCode,
  UnfinishedDatabase,
} from './kind.ts';
export { freezeDrives, type HeldFrozenDrives, sweepShadowCopies } from './windows/index.ts';

/** What can be done with a source of this kind. */
export function sourceKind({ kind }: Pick<SingleSource, 'kind'>): SourceKind {
  return KINDS[kind];
}
