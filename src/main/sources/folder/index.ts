import type { SourceOf } from '../../../shared/model/source.ts';
import { undoRestore } from '../../engine/index.ts';
import type { SourceKind } from '../kind.ts';
import { capture } from './capture.ts';
import { detect } from './detect.ts';
import { look } from './look.ts';
import { openForProof, putBack } from './put-back.ts';

/** Files and folders as they are. */
export const folderKind: SourceKind<SourceOf<'folder'>> = {
  kind: 'folder',
  detect,
  capture,
  look,
  openForProof: async (_source, restored, context) => await openForProof(restored, context),
  putBack: async (_source, restored, to, context) => await putBack(restored, to, context),
  /** `kept` is the folder the restorer kept the replaced files in. */
  undo: async (_source, { kept }) => {
    await undoRestore(kept);
  },
};

export { putBack, restoredPath } from './put-back.ts';
