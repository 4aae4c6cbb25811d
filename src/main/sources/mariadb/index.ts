import type { SourceKind } from '../kind.ts';
import { captureMariadb } from './capture.ts';
import { detectMariadb } from './detect.ts';
import { lookAtMariadb } from './look.ts';
import type { MariadbSource } from './place.ts';
import { openMariadbCopy } from './proof.ts';
import { putBackMariadb } from './put-back.ts';
import { removeUnfinishedMariadb } from './remove-unfinished.ts';
import { undoMariadb } from './undo.ts';

/** A database of MariaDB or MySQL, by the server's own tools. */
export const mariadbKind: SourceKind<MariadbSource> = {
  kind: 'mariadb',
  detect: async (ground) => await detectMariadb(ground),
  capture: captureMariadb,
  look: lookAtMariadb,
  openForProof: openMariadbCopy,
  putBack: putBackMariadb,
  undo: undoMariadb,
  removeUnfinished: removeUnfinishedMariadb,
};
