import type { Reason } from '../../../shared/model/protection.ts';

/** One thing to do, for all sources that it is the matter with. */
export interface ReasonGroup {
  /** The first of them, with the earliest moment of all. */
  reason: Reason;
  /** Empty: it is about no source. */
  sources: readonly string[];
}

/** Reasons that say the same of several sources become one, so that the list is as long as there are things to do. Keeps their order. */
export function groupReasons(reasons: readonly Reason[]): ReasonGroup[] {
  const groups = Map.groupBy(reasons, ({ code, severity, destination, disk, value }) =>
    JSON.stringify([code, severity, destination, disk, value]),
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const all = [first, ...others];
    const moments = all.flatMap(({ at }) => (at === undefined ? [] : [at])).toSorted((a, b) => Date.parse(a) - Date.parse(b));
    const [earliest] = moments;
    return [
      {
        reason: { ...first, ...(earliest !== undefined && { at: earliest }) },
        sources: [...new Set(all.flatMap(({ source }) => (source === undefined ? [] : [source])))],
      },
    ];
  });
}
