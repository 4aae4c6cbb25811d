/** A whole number with its thousands apart, such as `12,345`. */
export function formatCount(count: number): string {
  return String(Math.trunc(count)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A number and the word it counts, such as `1 file` or `2,000 files`. */
export function countOf(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A share of a whole as `42%`; never more than 100, and 100 only when all is done. */
export function formatPercent(part: number, whole: number): string {
  if (whole <= 0) return '100%';
  return `${Math.min(100, Math.max(0, Math.floor((part / whole) * 100)))}%`;
}
