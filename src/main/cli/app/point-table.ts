import { formatDateTime } from '../../../shared/format/index.ts';
import type { TimelinePoint } from '../../../shared/model/timeline.ts';
import type { CliTexts } from '../../../shared/text/index.ts';
import { shortId } from '../present/short-id.ts';
import { harmless } from '../terminal/harmless.ts';
import { tableLines } from '../terminal/table.ts';
import type { Names } from './names.ts';

/** Restore points as a table, the newest first: what they are called, whether they may be relied on, and where they lie. */
export function pointTable(points: readonly TimelinePoint[], names: Names, { app, tables }: CliTexts): string[] {
  const { points: words } = app;
  if (points.length === 0) return [words.none];
  const state = ({ isProven, isReachable, suspicions, kept }: TimelinePoint): string[] => [
    suspicions.length > 0 ? words.doubtful : isProven ? words.proven : words.notProven,
    ...(kept === undefined ? [] : [words.kept]),
    ...(isReachable ? [] : [words.away]),
  ];
  const rows = points.map((point) => [
    shortId(point.point),
    formatDateTime(new Date(point.time)),
    harmless(names.source(point.source) ?? point.source),
    state(point).join(', '),
    harmless(point.copies.map(({ destination, disk }) => names.place(destination, disk) ?? destination).join(', ')),
  ]);
  return tableLines(
    [tables.id, tables.time, tables.source, tables.state, tables.places].map((title) => ({ title })),
    rows,
  );
}
