/** A list of tags with commas between; spaces around them do not count. */
export function parseTags(value: string): string[] {
  const tags = value.split(',').map((tag) => tag.trim());
  const named = tags.filter((tag) => tag !== '');
  // An empty list stands for snapshots without tags, so it stays one empty name.
  return named.length === 0 ? [''] : named;
}
