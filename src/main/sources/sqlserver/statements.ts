import { bracketed, unicodeLiteral } from '../server/quoting.ts';

/** Every statement sent to SQL Server, in one place to be read and tested. Names and texts are quoted here. */

export const HAS_DATABASE = (name: string): string => `SELECT DB_ID(${unicodeLiteral(name)})`;

export const ENVIRONMENT = `
  SELECT CONVERT(nvarchar(128), SERVERPROPERTY('ProductVersion')), CONVERT(nvarchar(128), SERVERPROPERTY('Edition')),
    CONVERT(nvarchar(128), DATABASEPROPERTYEX(DB_NAME(), 'Collation')), CONVERT(nvarchar(128), DATABASEPROPERTYEX(DB_NAME(), 'Recovery'))`;

/** Tables by size, without those of the server itself. */
export const TABLES = `
  SELECT s.name, t.name, SUM(p.reserved_page_count) * 8192
  FROM sys.tables t JOIN sys.schemas s ON s.schema_id = t.schema_id JOIN sys.dm_db_partition_stats p ON p.object_id = t.object_id
  WHERE t.is_ms_shipped = 0 GROUP BY s.name, t.name ORDER BY 3 DESC, 1, 2`;

export const DATE_COLUMNS = `
  SELECT s.name, t.name, c.name, y.name, CASE WHEN EXISTS (
    SELECT 1 FROM sys.index_columns i WHERE i.object_id = t.object_id AND i.column_id = c.column_id AND i.key_ordinal = 1) THEN 1 ELSE 0 END
  FROM sys.columns c JOIN sys.tables t ON t.object_id = c.object_id JOIN sys.schemas s ON s.schema_id = t.schema_id
    JOIN sys.types y ON y.user_type_id = c.system_type_id
  WHERE t.is_ms_shipped = 0 AND y.name IN (N'date', N'datetime', N'datetime2', N'smalldatetime', N'datetimeoffset')
  ORDER BY s.name, t.name, c.column_id`;

/** The server's own count, which costs nothing however large the table is. */
export const ROW_COUNT = (schema: string, table: string): string =>
  `SELECT SUM(row_count) FROM sys.dm_db_partition_stats WHERE index_id IN (0, 1) AND object_id = OBJECT_ID(${unicodeLiteral(`${bracketed(schema)}.${bracketed(table)}`)})`;

/** As written in a witness. Style 23 is `2026-03-02`, 126 ISO 8601, 127 ISO 8601 in UTC. */
export const NEWEST = (schema: string, table: string, column: string, type: string): string => {
  const style = type === 'date' ? 23 : type === 'datetimeoffset' ? 127 : 126;
  return `SET LOCK_TIMEOUT 5000; SELECT CONVERT(nvarchar(40), MAX(${bracketed(column)}), ${style}) FROM ${bracketed(schema)}.${bracketed(table)}`;
};

/** Whatever it does is taken back; it never waits long for others. */
export const QUESTION = (sql: string): string =>
  `SET XACT_ABORT ON; SET LOCK_TIMEOUT 5000; BEGIN TRANSACTION;\n${sql}\n;IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION`;

/** Logins whose users the database has: what a server that never saw them needs, without their passwords. */
export const LOGINS = `
  SELECT u.name, CONVERT(varchar(200), u.sid, 1), u.type FROM sys.database_principals u
  WHERE u.type IN ('S', 'U', 'G') AND u.sid IS NOT NULL AND u.principal_id > 4 AND u.authentication_type_desc <> N'DATABASE' ORDER BY u.name`;

/** Users of the database whose login the server does not have. */
export const ORPHANS = `
  SELECT u.name FROM sys.database_principals u LEFT JOIN sys.server_principals l ON l.sid = u.sid
  WHERE u.type IN ('S', 'U', 'G') AND u.sid IS NOT NULL AND u.principal_id > 4 AND u.authentication_type_desc <> N'DATABASE' AND l.sid IS NULL ORDER BY u.name`;

/** COPY_ONLY: the vendor's own chain of backups goes on undisturbed. */
export const BACKUP = (database: string, path: string): string =>
  `BACKUP DATABASE ${bracketed(database)} TO DISK = ${unicodeLiteral(path)} WITH COPY_ONLY, CHECKSUM, INIT, FORMAT, SKIP, NO_COMPRESSION, NAME = N'Lifeboat'`;

export const VERIFY = (path: string): string => `RESTORE VERIFYONLY FROM DISK = ${unicodeLiteral(path)} WITH CHECKSUM`;

/** Its first three columns: logical name, physical name, type (D, L, F or S). */
export const FILE_LIST = (path: string): string => `RESTORE FILELISTONLY FROM DISK = ${unicodeLiteral(path)}`;

/** Where new files go: the server's defaults, else beside those of `master` (server versions before 2012). */
export const FOLDERS = `
  SELECT CONVERT(nvarchar(260), SERVERPROPERTY('InstanceDefaultDataPath')), CONVERT(nvarchar(260), SERVERPROPERTY('InstanceDefaultLogPath')),
    (SELECT TOP 1 physical_name FROM sys.master_files WHERE database_id = 1 AND file_id = 1)`;

/** Never WITH REPLACE: only a name that is not there is filled. */
export const RESTORE = (database: string, path: string, moves: readonly { logical: string; physical: string }[]): string => {
  const moving = moves.map(({ logical, physical }) => `MOVE ${unicodeLiteral(logical)} TO ${unicodeLiteral(physical)}`);
  return `RESTORE DATABASE ${bracketed(database)} FROM DISK = ${unicodeLiteral(path)} WITH ${[...moving, 'CHECKSUM', 'RECOVERY'].join(', ')}`;
};

export const CHECK = (database: string): string =>
  `DBCC CHECKDB (${unicodeLiteral(database)}) WITH NO_INFOMSGS, ALL_ERRORMSGS, TABLERESULTS`;

export const RENAME = (from: string, to: string): string => `ALTER DATABASE ${bracketed(from)} MODIFY NAME = ${bracketed(to)}`;

/** Only for databases of our own making, never for the pharmacy's. */
export const DROP_OWN = (database: string): string =>
  `IF DB_ID(${unicodeLiteral(database)}) IS NOT NULL BEGIN IF DATABASEPROPERTYEX(${unicodeLiteral(database)}, 'Status') = N'ONLINE' ` +
  `ALTER DATABASE ${bracketed(database)} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE ${bracketed(database)} END`;

/** Takes a word that one session can have at a time, until it ends. What the server answers is negative if another still has it then. */
export const HOLD = (word: string, patience: number): string =>
  `DECLARE @answer int; EXECUTE @answer = master.sys.sp_getapplock @Resource = ${unicodeLiteral(word)}, @LockMode = 'Exclusive', ` +
  `@LockOwner = 'Session', @LockTimeout = ${patience}; SELECT @answer`;

export const MAY_CREATE = `SELECT HAS_PERMS_BY_NAME(NULL, NULL, 'CREATE ANY DATABASE')`;

/** How many others have it open, as far as the account may see. */
export const SESSIONS = (database: string): string =>
  `SELECT COUNT(*) FROM sys.dm_exec_sessions WHERE database_id = DB_ID(${unicodeLiteral(database)}) AND session_id <> @@SPID AND is_user_process = 1`;

export const STATE = (database: string): string => `SELECT state_desc FROM sys.databases WHERE name = ${unicodeLiteral(database)}`;

/** Pages the server found damaged and that were not repaired (event types 1 to 3). */
export const SUSPECT_PAGES = (database: string): string =>
  `SELECT COUNT(*) FROM msdb.dbo.suspect_pages WHERE event_type IN (1, 2, 3) AND database_id = DB_ID(${unicodeLiteral(database)})`;

export const OWNER = (database: string): string =>
  `SELECT SUSER_SNAME(owner_sid) FROM sys.databases WHERE name = ${unicodeLiteral(database)}`;

export const GIVE_TO = (database: string, owner: string): string =>
  `ALTER AUTHORIZATION ON DATABASE::${bracketed(database)} TO ${bracketed(owner)}`;

/** Removes a file of the server's that this PC may not remove; needs the highest rights there. */
export const REMOVE_FILE = (path: string): string => `EXECUTE master.dbo.xp_delete_file 0, ${unicodeLiteral(path)}`;
