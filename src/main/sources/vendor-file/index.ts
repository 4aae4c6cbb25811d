import type { SourceOf } from '../../../shared/model/source.ts';
import { undoRestore } from '../../engine/index.ts';
import { putBack } from '../folder/index.ts';
import type { SourceKind } from '../kind.ts';
import { capture } from './capture.ts';
import { detect } from './detect.ts';
import { look } from './look.ts';
import { openForProof } from './proof.ts';

/** The file that the pharmacy system's own backup makes: how old it is, whether it keeps its size, whether it opens. */
export const vendorFileKind: SourceKind<SourceOf<'vendor-file'>> = {
  kind: 'vendor-file',
  detect,
  capture,
  look,
  openForProof: async (_source, restored, context) => await openForProof(restored, context),
  /** As for folders: the restorer has written the files. Bringing the data into the pharmacy system is its vendor's tool's part. */
  putBack: async (_source, restored, to, context) => await putBack(restored, to, context),
  undo: async (_source, { kept }) => {
    await undoRestore(kept);
  },
};
