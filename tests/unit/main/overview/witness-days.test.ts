import { describe, expect, test } from '@jest/globals';
import { type WitnessedPoint, witnessDays } from '../../../../src/main/overview/witness-days.ts';
import type { Suspicion } from '../../../../src/shared/model/timeline.ts';
import type { WitnessFact } from '../../../../src/shared/model/witness.ts';
import { HOURS } from '../protection/healthy-facts.ts';

const CALENDAR = { timeZone: 'America/Chicago', openingHours: HOURS };
const rows = (value: number): WitnessFact => ({ kind: 'count', subject: 'rows:prescriptions', value });

/** A restore point of a July day, 17:00 in Chicago unless said otherwise. */
function on(day: number, facts: WitnessFact[], { hour = 22, suspicions = [] as Suspicion[] } = {}): WitnessedPoint {
  const time = `2026-07-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;
  const point = { point: `${day}-${hour}`, source: 'dispensing', time, bytes: 1, files: 1, isConsistent: true, isProven: true };
  return { facts, point: { ...point, isReachable: true, suspicions, copies: [] } };
}
const table = (...points: WitnessedPoint[]) => witnessDays(points.toReversed(), CALENDAR);
const marksOf = (found: ReturnType<typeof table>): unknown[] =>
  found.days.map(({ date, values }) => [date.slice(-2), ...values.map(({ value, mark }) => mark ?? value)]);

describe('the table of values by day', () => {
  test('shows the last restore point of each day, newest day first, and where a value fell', () => {
    const found = table(on(6, [rows(100)], { hour: 15 }), on(6, [rows(140)]), on(7, [rows(180)]), on(8, [rows(30)]));
    expect(marksOf(found)).toEqual([
      ['08', 'fell'],
      ['07', 180],
      ['06', 140],
    ]);
    expect(found.days[2]?.points.map(({ point }) => point)).toEqual(['6-22', '6-15']);
    expect(found.lastGood).toBe('7-22');
  });

  test('marks a standstill on an open day only, and only of what moved before', () => {
    const drug: WitnessFact = { kind: 'count', subject: 'rows:drugs', value: 500 };
    // Saturday the 4th, Sunday closed, Monday as Saturday.
    const found = table(on(3, [rows(100), drug]), on(4, [rows(120), drug]), on(5, [rows(120), drug]), on(6, [rows(120), drug]));
    expect(marksOf(found)).toEqual([
      ['06', 'stood-still', 500],
      ['05', 120, 500],
      ['04', 120, 500],
      ['03', 100, 500],
    ]);
    expect(found.lastGood).toBeUndefined();
  });

  test('takes a missing date and a date that goes back for a fall, and lets sizes go up and down', () => {
    const date = (value?: string): WitnessFact => ({ kind: 'date', subject: 'newest:prescriptions.filled_at', value });
    const size = (value: number): WitnessFact => ({ kind: 'count', subject: 'scans/bytes', value });
    const found = table(on(6, [date('2026-07-06'), size(9)]), on(7, [date('2026-07-01'), size(5)]), on(8, [date(), size(7)]));
    expect(marksOf(found)).toEqual([
      ['08', 'fell', 7],
      ['07', 'fell', 5],
      ['06', '2026-07-06', 9],
    ]);
  });

  test('never names a suspicious restore point as the last good one', () => {
    const found = table(on(6, [rows(100)]), on(7, [rows(120)], { suspicions: ['proof-failed'] }), on(8, [rows(3)]));
    expect(found.lastGood).toBe('6-22');
  });

  test('puts what a pharmacist knows first', () => {
    const facts = ['bytes', 'files', 'newest:rx.at', 'rows:rx', 'question:Last Rx number'].map(
      (subject): WitnessFact => ({ kind: 'number', subject, value: 1 }),
    );
    expect(table(on(6, facts)).subjects).toEqual(['question:Last Rx number', 'rows:rx', 'newest:rx.at', 'bytes', 'files']);
  });
});
