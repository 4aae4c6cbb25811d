import { expect, it } from '@jest/globals';
import { jobAtWorkText, jobText, skippedText } from '../../../../src/shared/text/index.ts';

const voice = (language: 'en' | 'es') => ({
  language,
  sourceName: (id: string) => (id === 'scans' ? 'Scans' : undefined),
  placeName: (id: string, disk?: string) => (id === 'usb' ? `Drive ${disk ?? ''}` : undefined),
});

it('says what a job does, in both languages', () => {
  const job = { kind: 'copy', source: 'scans', destination: 'usb', disk: 'A' } as const;
  expect(jobAtWorkText(job, voice('en'))).toBe('Copying Scans to Drive A');
  expect(jobAtWorkText(job, voice('es'))).toBe('Llevando la copia de Scans a Drive A');
  expect(jobText({ kind: 'proof', source: 'gone' }, voice('en'))).toBe('Restore test of your data');
});

it('says why a job was left out, with the place where it is known', () => {
  expect(skippedText({ reason: 'destination-away', destination: 'usb', disk: 'A' }, voice('en'))).toBe(
    'Drive A was not plugged in. It gets what it missed when it is back.',
  );
  expect(skippedText({ reason: 'destination-away', destination: 'gone' }, voice('en'))).toMatch(/^The place was not plugged in/);
  expect(skippedText({}, voice('en'))).toBeUndefined();
});
