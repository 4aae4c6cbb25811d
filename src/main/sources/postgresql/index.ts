import type { SourceKind } from '../kind.ts';
import { capturePostgresql } from './capture.ts';
import { detectPostgresql } from './detect.ts';
import { lookAtPostgresql } from './look.ts';
import type { PostgresqlSource } from './place.ts';
import { openPostgresqlCopy } from './proof.ts';
import { putBackPostgresql, undoPostgresql } from './put-back.ts';
import { removeUnfinishedPostgresql } from './remove-unfinished.ts';

/** A PostgreSQL database, by its own tools pg_dump and pg_restore. */
export const postgresqlKind: SourceKind<PostgresqlSource> = {
  kind: 'postgresql',
  detect: async (ground) => await detectPostgresql(ground),
  capture: capturePostgresql,
  look: lookAtPostgresql,
  openForProof: openPostgresqlCopy,
  putBack: putBackPostgresql,
  undo: undoPostgresql,
  removeUnfinished: removeUnfinishedPostgresql,
};
