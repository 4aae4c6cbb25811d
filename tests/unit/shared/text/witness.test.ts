import { expect, test } from '@jest/globals';
import type { WitnessFact } from '../../../../src/shared/model/witness.ts';
import { witnessLines } from '../../../../src/shared/text/index.ts';

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
    'newest rx.filled_at: Wed, Nov 25, 10:00 AM',
  ]);
});

test('a fact of a part of a group says of which, in the same order', () => {
  const ofPart = FACTS.map((fact) => ({ ...fact, subject: `dispensing/${fact.subject}` }));
  expect(witnessLines(ofPart, VOICE)).toEqual(witnessLines(FACTS, VOICE).map((line) => `dispensing: ${line}`));
});
