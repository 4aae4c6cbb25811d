import type { Retention } from '../../../shared/model/tier.ts';

/** Spans of which restore points are kept, as the columns of a table. */
export const SPANS = ['last', 'hourly', 'daily', 'weekly', 'monthly', 'yearly'] as const;
export type Span = (typeof SPANS)[number];

/** Numbers as they are typed; empty: none. */
export type TypedKeep = Readonly<Record<Span, string>>;

const MOST = 100_000;

export function typedKeep(retention: Retention): TypedKeep {
  const text = (span: Span): string => ((retention[span] ?? 0) === 0 ? '' : String(retention[span]));
  return {
    last: text('last'),
    hourly: text('hourly'),
    daily: text('daily'),
    weekly: text('weekly'),
    monthly: text('monthly'),
    yearly: text('yearly'),
  };
}

export function isCount(text: string): boolean {
  return /^\d*$/.test(text.trim()) && Number(text) <= MOST;
}

/** What stays; undefined: a number cannot be read, or nothing would stay. */
export function retentionOf(typed: TypedKeep): Retention | undefined {
  if (!SPANS.every((span) => isCount(typed[span]))) return undefined;
  const kept = SPANS.flatMap((span): [Span, number][] => (Number(typed[span]) > 0 ? [[span, Number(typed[span])]] : []));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
