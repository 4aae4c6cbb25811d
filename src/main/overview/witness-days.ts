import type { OpeningHours } from '../../shared/model/schedule.ts';
import type { TimelinePoint } from '../../shared/model/timeline.ts';
import type { WitnessFact } from '../../shared/model/witness.ts';
import type { WitnessCell, WitnessDay, WitnessDays } from '../../shared/model/witness-days.ts';
import { isFileMeasure } from '../protection/index.ts';
import { dayOf } from '../scheduler/index.ts';

/** A restore point and what was read from it. */
export interface WitnessedPoint {
  point: TimelinePoint;
  facts: readonly WitnessFact[];
}

type Calendar = { timeZone: string; openingHours: OpeningHours };
type Fact = WitnessFact & { value: number | string };

/**
 * The table for "when did it go wrong?": of each day the values of its last restore point, with a mark where one fell, or
 * stood still on an open day although it moved before.
 *
 * @param points Of one source, newest first.
 */
export function witnessDays(points: readonly WitnessedPoint[], calendar: Calendar): WitnessDays {
  const days = [...Map.groupBy(points, ({ point }) => dayOf(point.time, calendar.timeZone).date)].toReversed();
  const last = new Map<string, Fact>();
  const moved = new Set<string>();
  const marked = days.map(([date, ofDay]): WitnessDay => {
    const isOpen = isOpenOn(ofDay, calendar);
    const values = (ofDay[0]?.facts ?? []).map((fact) => {
      const before = last.get(fact.subject);
      const cell = cellOf(fact, before, isOpen && moved.has(fact.subject));
      if (before !== undefined && before.value !== fact.value) moved.add(fact.subject);
      if (isKnown(fact)) last.set(fact.subject, fact);
      return cell;
    });
    return { date, isOpen, values, points: ofDay.map(({ point }) => point) };
  });
  const newestFirst = marked.toReversed();
  const lastGood = lastGoodBefore(marked);
  return { subjects: subjectsOf(points), days: newestFirst, ...(lastGood !== undefined && { lastGood }) };
}

function isOpenOn([newest]: readonly WitnessedPoint[], { timeZone, openingHours }: Calendar): boolean {
  return newest !== undefined && (openingHours[dayOf(newest.point.time, timeZone).weekday] ?? []).length > 0;
}

function cellOf(fact: WitnessFact, before: Fact | undefined, mayStandStill: boolean): WitnessCell {
  const { subject, kind, value } = fact;
  const mark = markOf(fact, before, mayStandStill);
  return { subject, kind, ...(value !== undefined && { value }), ...(mark && { mark }) };
}

/** Sizes of files go up and down by themselves; what was counted inside does not go down. */
function markOf(fact: WitnessFact, before: Fact | undefined, mayStandStill: boolean): WitnessCell['mark'] {
  if (before === undefined || before.kind !== fact.kind || isSize(fact.subject)) return undefined;
  if (fact.value === undefined || fact.value < before.value) return 'fell';
  return fact.value === before.value && mayStandStill ? 'stood-still' : undefined;
}

function isSize(subject: string): boolean {
  return isFileMeasure(subject) && /(^|\/)bytes(:|$)/.test(subject);
}

function isKnown(fact: WitnessFact): fact is Fact {
  return fact.value !== undefined;
}

/** @param days Oldest first. */
function lastGoodBefore(days: readonly WitnessDay[]): string | undefined {
  const first = days.findIndex(({ values }) => values.some(({ mark }) => mark === 'fell'));
  if (first === -1) return undefined;
  const before = days.slice(0, first).flatMap(({ points }) => points.toReversed());
  return before.findLast(({ suspicions }) => suspicions.length === 0)?.point;
}

const ORDER = [/^(.*\/)?question:/, /^(.*\/)?rows:/, /^(.*\/)?newest/];

function subjectsOf(points: readonly WitnessedPoint[]): string[] {
  const subjects = new Set(points.flatMap(({ facts }) => facts.map(({ subject }) => subject)));
  const rank = (subject: string): number => (ORDER.findIndex((pattern) => pattern.test(subject)) + ORDER.length + 1) % (ORDER.length + 1);
  return [...subjects].toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
