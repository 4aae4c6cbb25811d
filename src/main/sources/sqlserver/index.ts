import type { SourceKind } from '../kind.ts';
import { captureSqlserver } from './capture.ts';
import { type Connect, connectSqlServer } from './connection.ts';
import { detectSqlserver } from './detect.ts';
import { lookAtSqlserver } from './look.ts';
import type { SqlserverSource } from './place.ts';
import { openSqlserverCopy } from './proof.ts';
import { putBackSqlserver, undoSqlserver } from './put-back.ts';
import { removeUnfinishedSqlserver } from './remove-unfinished.ts';
import { selfTestSqlserver } from './self-test.ts';

/** A SQL Server database, by the server's own BACKUP and RESTORE. Tests hand in an edge of their own. */
export function sqlserverKindWith(connect: Connect): SourceKind<SqlserverSource> {
  return {
    kind: 'sqlserver',
    detect: async (ground) => await detectSqlserver(ground),
    capture: async (source, context) => await captureSqlserver(connect, source, context),
    look: async (source, context) => await lookAtSqlserver(connect, source, context),
    openForProof: async (source, restored, context) => await openSqlserverCopy(connect, source, restored, context),
    putBack: async (source, restored, to, context) => await putBackSqlserver({ connect, source, restored, context }, to),
    undo: async (source, replaced, context) => await undoSqlserver(connect, source, replaced, context),
    selfTest: async (source, context) => await selfTestSqlserver(source, context, connect),
    removeUnfinished: async (source, unfinished, context) => await removeUnfinishedSqlserver(connect, source, unfinished, context),
  };
}

export const sqlserverKind: SourceKind<SqlserverSource> = sqlserverKindWith(connectSqlServer);
