export { formatBytes, formatRate } from './bytes.ts';
export { countOf, formatCount, formatPercent } from './count.ts';
export { formatDateTime } from './date.ts';
export { formatDuration } from './duration.ts';
