import type { SingleSource } from '../../shared/model/source.ts';
import { folderKind } from './folder/index.ts';
import type { SourceKind } from './kind.ts';
import { mariadbKind } from './mariadb/index.ts';
import { postgresqlKind } from './postgresql/index.ts';
import { sqliteKind } from './sqlite/index.ts';
import { sqlserverKind } from './sqlserver/index.ts';
import { vendorFileKind } from './vendor-file/index.ts';

/** Every kind of source, by its name. */
export const KINDS: Readonly<Record<SingleSource['kind'], SourceKind>> = {
  folder: folderKind,
  'vendor-file': vendorFileKind,
  sqlite: sqliteKind,
  postgresql: postgresqlKind,
  mariadb: mariadbKind,
  sqlserver: sqlserverKind,
};
