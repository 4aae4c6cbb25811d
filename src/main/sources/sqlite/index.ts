import type { SourceOf } from '../../../shared/model/source.ts';
import type { SourceKind } from '../kind.ts';
import { capture } from './capture.ts';
import { detect } from './detect.ts';
import { look } from './look.ts';
import { openForProof } from './proof.ts';
import { putBack, undo } from './put-back.ts';

/** One SQLite file: copied by SQLite's own online backup while others write, checked and counted in the copy. */
export const sqliteKind: SourceKind<SourceOf<'sqlite'>> = {
  kind: 'sqlite',
  detect,
  capture,
  look,
  openForProof,
  putBack,
  undo: async (_source, replaced, context) => await undo(replaced, context),
};

export { checkDatabaseFile } from './check-file.ts';
