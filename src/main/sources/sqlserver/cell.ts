/** One value of a row, as the client hands it over. */
export type Cell = string | number | boolean | Date | Uint8Array | null;
export type Row = readonly Cell[];

/** A name or another text; empty where there is none. */
export function textOf(cell: Cell | undefined): string {
  return cell === undefined || cell === null ? '' : String(cell);
}
