import { describe, expect, test } from '@jest/globals';
import { differenceText, lostText, notedValue, witnessSubject, witnessValue } from '../../../../src/shared/text/index.ts';

const EN = { language: 'en', timeZone: 'America/Chicago' } as const;
const ES = { language: 'es', timeZone: 'America/Chicago' } as const;

describe('what a copy would throw away', () => {
  test('in the pharmacy’s own numbers', () => {
    const rx = { subject: 'question:Last Rx number', expected: '104232', found: '104290' };
    expect(lostText(rx, EN)).toBe('Last Rx number: 104233 to 104290');
    expect(lostText(rx, ES)).toBe('Last Rx number: del 104233 al 104290');
    expect(lostText({ ...rx, expected: '104289' }, EN)).toBe('Last Rx number: 104290');
  });

  test('as rows and dates', () => {
    expect(lostText({ subject: 'rows:prescriptions', expected: '1000', found: '2500' }, EN)).toBe('1,500 rows in prescriptions');
    expect(lostText({ subject: 'rows:prescriptions', expected: '1', found: '2' }, EN)).toBe('1 row in prescriptions');
    const date = { subject: 'newest:rx.filled_at', expected: '2026-11-24T20:10:00Z', found: '2026-11-25T16:00:00Z' };
    expect(lostText(date, EN)).toBe('everything in rx.filled_at after Tue, Nov 24, 2026, 2:10 PM');
  });

  test('nothing where the copy has as much or more, or nothing can be read now', () => {
    expect(lostText({ subject: 'rows:rx', expected: '5', found: '3' }, EN)).toBeUndefined();
    expect(lostText({ subject: 'rows:rx', expected: '5', found: undefined }, EN)).toBeUndefined();
    expect(lostText({ subject: 'newest:rx.day', expected: '2026-11-25', found: '2026-11-24' }, EN)).toBeUndefined();
    expect(differenceText({ subject: 'rows:rx', expected: '5', found: '3' }, EN)).toBe('Rows in rx: 3 now, 5 in the copy');
  });
});

test('names what was counted, also of one part or one folder', () => {
  expect(witnessSubject('files', 'en')).toBe('Files');
  expect(witnessSubject('scans/rows:rx', 'en')).toBe('scans: Rows in rx');
  expect(witnessSubject('files:/data/a', 'en')).toBe('/data/a: Files');
  expect(witnessSubject('newest:/data/a', 'en')).toBe('/data/a: Newest file');
  expect(witnessValue({ subject: 'bytes', kind: 'count', value: 2048 }, EN)).toBe('2.00 KiB');
  expect(witnessValue({ subject: 'rows:rx', kind: 'count', value: 2048 }, EN)).toBe('2,048');
  expect(witnessValue({ subject: 'newest', kind: 'date' }, EN)).toBe('nothing');
});

test('a value that was noted is told as a person reads it', () => {
  expect(notedValue('rows:rx', '12345', EN)).toBe('12,345');
  expect(notedValue('bytes', '2048', EN)).toBe('2.00 KiB');
  expect(notedValue('question:Last Rx number', '104290', EN)).toBe('104290');
  expect(notedValue('newest:sales.sold_at', '2026-11-25T16:00:07.000000', EN)).toBe('Wed, Nov 25, 2026, 4:00 PM');
  expect(notedValue('newest:sales.sold_at', '-', EN)).toBe('nothing');
  expect(notedValue('newest:sales.sold_at', undefined, ES)).toBe('nada');
  const day = { subject: 'newest:rx.day', expected: '2026-11-25', found: '2026-11-24' };
  expect(differenceText(day, ES)).toBe('Lo más reciente en rx.day: mar, 24 de nov de 2026 ahora, mié, 25 de nov de 2026 en la copia');
});
