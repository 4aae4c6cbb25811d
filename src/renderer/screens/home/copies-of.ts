import type { Destination } from '../../../shared/model/destination.ts';
import type { Coverage } from '../../../shared/model/protection.ts';
import { TIERS, type Tier } from '../../../shared/model/tier.ts';

/** A column of the grid: a repository. */
export interface PlaceColumn {
  key: string;
  destination: string;
  disk: string | undefined;
  site: Destination['site'] | undefined;
}

/** A row: a source and what each place has of it. */
export interface SourceRow {
  source: string;
  tier: Tier;
  cells: ReadonlyMap<string, CopyCell>;
}

export interface CopyCell {
  mark: Coverage['mark'];
  newest: string | undefined;
  newestProven: string | undefined;
  /** Until when nobody can destroy the newest copy, where that is known. */
  lockedUntil: string | undefined;
}

/** The places that are set up. */
export type KnownPlaces = readonly { destination: Destination }[];

/** Protection's list of sources at places as a grid; sources in tier order, places in the order they come. */
export function copiesOf(coverage: readonly Coverage[], places: KnownPlaces): { columns: PlaceColumn[]; rows: SourceRow[] } {
  const columns = new Map(coverage.map((cell) => [placeKey(cell), columnOf(cell, places)]));
  const rows = [...Map.groupBy(coverage, ({ source }) => source)].map(
    ([source, cells]): SourceRow => ({
      source,
      tier: cells[0]?.tier ?? 'standard',
      cells: new Map(cells.map((cell) => [placeKey(cell), cellOf(cell)])),
    }),
  );
  return { columns: [...columns.values()], rows: rows.toSorted((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier)) };
}

function placeKey({ destination, disk }: Pick<Coverage, 'destination' | 'disk'>): string {
  return disk === undefined ? destination : `${destination}/${disk}`;
}

function columnOf(cell: Coverage, places: KnownPlaces): PlaceColumn {
  const { destination, disk } = cell;
  return { key: placeKey(cell), destination, disk, site: places.find((one) => one.destination.id === destination)?.destination.site };
}

function cellOf({ mark, newest, newestProven, lockedUntil }: Coverage): CopyCell {
  return { mark, newest, newestProven, lockedUntil };
}
