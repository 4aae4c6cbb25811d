const SECOND = 1000;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in milliseconds as a clock shows it: `0:07`, `12:34`, `1:02:03`, `2d 1:02:03`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / SECOND));
  const days = Math.floor(seconds / DAY);
  const hours = Math.floor((seconds % DAY) / HOUR);
  const minutes = Math.floor((seconds % HOUR) / MINUTE);
  const tail = twoDigits(seconds % MINUTE);
  if (days === 0 && hours === 0) return `${minutes}:${tail}`;
  const clock = `${hours}:${twoDigits(minutes)}:${tail}`;
  return days === 0 ? clock : `${days}d ${clock}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
