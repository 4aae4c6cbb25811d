import { expect, test } from '@jest/globals';
import type { WitnessFact } from '../../../../src/shared/model/witness.ts';
import { witnessFactText, witnessLines } from '../../../../src/shared/text/index.ts';

const VOICE = { language: 'en', timeZone: 'America/Chicago' } as const;
const FACTS: WitnessFact[] = [
  { kind: 'count', subject: 'rows:prescriptions', value: 1200 },
  { kind: 'count', subject: 'files', value: 1 },
  { kind: 'date', subject: 'newest:rx.filled_at', value: '2026-11-25T16:00:00Z' },
  { kind: 'number', subject: 'question:Last Rx number', value: 104_290 },
];

test('what the pharmacy asked comes first, then files and sizes, then tables', () => {
  expect(witnessLines(FACTS, VOICE)).toEqual([
    'Last Rx number: 104290',
    '1 file',
    '1,200 rows in prescriptions',
    'newest rx.filled_at: Wed, Nov 25, 2026, 10:00 AM',
  ]);
});

test('a fact of a part of a group says of which, in the same order', () => {
  const ofPart = FACTS.map((fact) => ({ ...fact, subject: `dispensing/${fact.subject}` }));
  expect(witnessLines(ofPart, VOICE)).toEqual(witnessLines(FACTS, VOICE).map((line) => `dispensing: ${line}`));
});

test('what lies in one of several folders is told with its folder', () => {
  const facts: WitnessFact[] = [
    { kind: 'count', subject: 'files:/data/a', value: 12 },
    { kind: 'count', subject: 'bytes:D:\\Scans', value: 2048 },
    { kind: 'date', subject: 'newest:/data/a', value: '2026-11-25T16:00:00Z' },
  ];
  expect(witnessLines(facts, VOICE)).toEqual([
    '/data/a: 12 files',
    'D:\\Scans: 2.00 KiB',
    '/data/a: newest file: Wed, Nov 25, 2026, 10:00 AM',
  ]);
  expect(witnessLines(facts, { ...VOICE, language: 'es' })[0]).toBe('/data/a: 12 archivos');
});

test.each([
  ['2026-11-25', 'Wed, Nov 25, 2026', 'mié, 25 de nov de 2026'],
  // Without a time zone it is what the clock said that wrote it.
  ['2026-11-25T16:00:07.000000', 'Wed, Nov 25, 2026, 4:00 PM', 'mié, 25 de nov de 2026, 4:00 p.m.'],
  ['2026-11-25 16:00', 'Wed, Nov 25, 2026, 4:00 PM', 'mié, 25 de nov de 2026, 4:00 p.m.'],
  ['2026-11-25T16:00:07.000000Z', 'Wed, Nov 25, 2026, 10:00 AM', 'mié, 25 de nov de 2026, 10:00 a.m.'],
  ['2026-11-25 16:00:07+00', 'Wed, Nov 25, 2026, 10:00 AM', 'mié, 25 de nov de 2026, 10:00 a.m.'],
  ['2026-11-25 16:00:07.5-0500', 'Wed, Nov 25, 2026, 3:00 PM', 'mié, 25 de nov de 2026, 3:00 p.m.'],
  ['0000-00-00', '0000-00-00', '0000-00-00'],
])('a date as a database writes it, %s, is told in words', (value, english, spanish) => {
  const fact = { kind: 'date', subject: 'question:Last sale', value } as const;
  expect(witnessFactText(fact, VOICE)).toBe(`Last sale: ${english}`);
  expect(witnessFactText(fact, { ...VOICE, language: 'es' })).toBe(`Last sale: ${spanish}`);
});
