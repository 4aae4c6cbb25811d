import { invalid } from './invalid.ts';

const LOCAL = /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)?$/;
const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/** A moment: `2026-11-01 22:08:41` (or shorter) in the machine's time zone, or with a zone as `2026-11-01T22:08:41Z`. */
export function parseMoment(value: string, name: string): Date {
  const date = LOCAL.test(value) ? new Date(localText(value)) : ZONED.test(value) ? new Date(value) : new Date(Number.NaN);
  if (Number.isNaN(date.getTime())) throw invalid(name, value, '2026-11-01 22:08:41, 2026-11-01T22:08:41Z');
  return date;
}

/** A date alone would be read as midnight in Greenwich. */
function localText(value: string): string {
  const text = value.replace(' ', 'T');
  return text.includes('T') ? text : `${text}T00:00`;
}
