import type { Settings } from '../../../../shared/model/installation.ts';
import { timeOfDaySchema } from '../../../../shared/model/schedule.ts';

/** Whether these are spans that can be kept: two times each, not the same. They may go over midnight. */
export function areQuietHours(spans: Settings['quietHours']): boolean {
  return spans.every(isSpan);
}

export function isSpan({ from, to }: Settings['quietHours'][number]): boolean {
  return timeOfDaySchema.safeParse(from).success && timeOfDaySchema.safeParse(to).success && from !== to;
}
