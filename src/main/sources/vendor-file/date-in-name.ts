/** Year first (a time of day may follow at once) or last, with or without signs between: `20261124`, `2026-11-24`, `11-24-2026`. */
const FORMS: readonly { form: RegExp; order: readonly [year: number, month: number, day: number] }[] = [
  { form: /(?<!\d)(20\d{2})[-_. ]?(\d{2})[-_. ]?(\d{2})(?=\D|$|(?:\d{4}|\d{6})(?!\d))/, order: [1, 2, 3] },
  { form: /(?<!\d)(\d{2})[-_. ]?(\d{2})[-_. ]?(20\d{2})(?!\d)/, order: [3, 1, 2] },
];

/** The day that is part of a file's name, `YYYY-MM-DD`; undefined if there is none. Of days before months and months before days, the American order is taken. */
export function dateInName(name: string): string | undefined {
  for (const { form, order } of FORMS) {
    const match = form.exec(name);
    const [year = '', month = '', day = ''] = order.map((at) => match?.[at] ?? '');
    const text = `${year}-${month}-${day}`;
    if (match !== null && isDay(text)) return text;
  }
  return undefined;
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  // 2026-02-31 parses as nothing, or rolls over, depending on who parses.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
