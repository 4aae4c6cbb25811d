import { formatDateTime } from '../../../shared/format/index.ts';
import type { CliTexts } from '../../../shared/text/index.ts';
import type { SnapshotEntry } from '../../engine/index.ts';
import { harmless } from '../terminal/harmless.ts';
import { tableLines } from '../terminal/table.ts';
import { shortId } from './short-id.ts';

/** Snapshots as a table, with a column of reasons if some are given. */
export function snapshotTable(entries: readonly (SnapshotEntry & { reasons?: string[] })[], { tables }: CliTexts): string[] {
  const withReasons = entries.some(({ reasons }) => reasons !== undefined);
  const titles = [tables.id, tables.time, tables.host, tables.tags, ...(withReasons ? [tables.reasons] : []), tables.paths];
  const rows = entries.map(({ id, snapshot, reasons }) => [
    [shortId(id)],
    [formatDateTime(new Date(snapshot.time))],
    [harmless(snapshot.hostname ?? '')],
    (snapshot.tags ?? []).map(harmless),
    ...(withReasons ? [(reasons ?? []).map(harmless)] : []),
    snapshot.paths.map(harmless),
  ]);
  return tableLines(
    titles.map((title) => ({ title })),
    rows,
  );
}

/** A snapshot as a JSON line. */
export function snapshotObject({ id, snapshot }: SnapshotEntry): { message_type: 'snapshot' } & Record<string, unknown> {
  return { message_type: 'snapshot', id, short_id: shortId(id), ...snapshot };
}
