import { expect, test } from '@jest/globals';
import { momentWords } from '../../../../src/shared/text/index.ts';
import { fullStop } from '../../../../src/shared/text/full-stop.ts';
import { homeTexts } from '../../../../src/shared/text/screens/home/index.ts';
import { settingsTexts } from '../../../../src/shared/text/screens/settings/index.ts';

test('a sentence ends in one full stop, whatever its last words end in', () => {
  expect([fullStop('8:00 a.m.'), fullStop('8:00 AM'), fullStop('20:00')]).toEqual(['8:00 a.m.', '8:00 AM.', '20:00.']);
});

test('Spanish sentences that end in a time have one', () => {
  const moment = momentWords('2026-11-30T14:00:00Z', 'es', 'America/Chicago');
  expect(moment).toMatch(/a\.\s?m\.$/);
  const home = homeTexts('es');
  const settings = settingsTexts('es');
  const sentences = [
    home.lead.nextBackup(moment),
    home.pause.title(moment),
    settings.where.lastLook(moment),
    settings.when.pause.paused(moment),
  ];
  for (const sentence of sentences) {
    expect(sentence).toMatch(/a\.\s?m\.$/);
  }
});
