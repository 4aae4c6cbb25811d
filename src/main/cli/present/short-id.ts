const LENGTH = 8;

/** The beginning of an id, as people read and type it. */
export function shortId(id: string): string {
  return id.slice(0, LENGTH);
}
