/** A snapshot as a person names it, with the folder inside it that is meant. */
export interface SnapshotReference {
  /** Id, prefix of an id, or `latest`. */
  snapshot: string;
  /** Path inside the snapshot; empty for all of it. */
  folder: string;
}

/** Takes `id:/path` apart; ids hold no colon, so the first one divides. */
export function parseSnapshotReference(text: string): SnapshotReference {
  const colon = text.indexOf(':');
  return colon < 0 ? { snapshot: text, folder: '' } : { snapshot: text.slice(0, colon), folder: text.slice(colon + 1) };
}
