import { describe, expect, test } from '@jest/globals';
import { assessProtection } from '../../../../src/main/protection/index.ts';
import { REASON_CODES, type Reason } from '../../../../src/shared/model/protection.ts';
import {
  LANGUAGES,
  type Language,
  type ProtectionVoice,
  disasterText,
  headline,
  markText,
  reasonText,
  spaceText,
  threeTwoOneText,
} from '../../../../src/shared/text/index.ts';
import { lengthWords, minutesWords } from '../../../../src/shared/text/protection/index.ts';
import { healthyFacts } from '../../main/protection/healthy-facts.ts';

const voice = (language: Language): ProtectionVoice => ({
  language,
  timeZone: 'America/Chicago',
  sourceName: (source) => (source === 'dispensing' ? 'Dispensing database' : undefined),
  placeName: (destination, disk) => (disk === undefined ? { azure: 'Cloud' }[destination] : 'Drive B'),
});
const text = (reason: Reason, language: Language = 'en') => reasonText(reason, voice(language));

describe('reasons in words', () => {
  test.each(LANGUAGES)('every code has its sentence and its next step, with and without details (%s)', (language) => {
    for (const code of REASON_CODES) {
      const full: Reason = {
        code,
        severity: 'amber',
        source: 'dispensing',
        destination: 'azure',
        at: '2026-07-07T23:00:00.000Z',
        value: 6,
      };
      for (const reason of [full, { code, severity: 'red' } as const]) {
        const { what, next } = text(reason, language);
        for (const sentence of [what, next]) {
          expect(sentence).toMatch(/^[A-ZÁÉÍÓÚÑ\d].*[.]$/);
          expect(sentence).not.toMatch(/undefined|NaN|\s{2}|\(\)/);
        }
      }
    }
  });

  test('languages differ in every sentence', () => {
    for (const code of REASON_CODES) expect(text({ code, severity: 'red' }, 'en')).not.toEqual(text({ code, severity: 'red' }, 'es'));
  });

  test.each(LANGUAGES)('a terminal is never told to press or to open something (%s)', (language) => {
    const steps = REASON_CODES.map((code) => reasonText({ code, severity: 'red' }, { ...voice(language), face: 'terminal' }).next);
    expect(steps.filter((step) => /press|open the|pulse|abra|"/i.test(step))).toEqual([]);
    expect(steps.filter((step) => step.includes('lifeboat ')).length).toBeGreaterThan(15);
  });

  test('says what, since when, and what to do', () => {
    expect(text({ code: 'disk-away-too-long', severity: 'amber', destination: 'usb', disk: 'drive-b', value: 6 })).toEqual({
      what: 'Drive B has not been seen for 6 days.',
      next: 'Plug it in tonight.',
    });
    expect(text({ code: 'backup-failing', severity: 'red', source: 'dispensing', at: '2026-07-07T23:00:00.000Z' }).what).toBe(
      'Dispensing database: the last backup failed (Tue, Jul 7, 6:00 PM).',
    );
    expect(text({ code: 'backup-failing', severity: 'red', source: 'gone' }).what).toBe('Your data: the last backup failed.');
    expect(text({ code: 'credential-expires-soon', severity: 'amber', destination: 'gone', value: 1 }, 'es').what).toBe(
      'El acceso a uno de los lugares termina en 1 día.',
    );
  });
});

describe('the lines that must be true', () => {
  const { disasters, threeTwoOne } = assessProtection(healthyFacts());
  const lines = (language: Language) => disasters.map((one) => disasterText(one, voice(language)));

  test('each with its copy and how it was measured', () => {
    expect(lines('en')).toEqual([
      {
        title: 'If this PC dies',
        lose: 'you lose at most 1 h of work',
        back: 'data back in about 4 min',
        basis: '(Drive B, rehearsed Jul 5)',
      },
      {
        title: 'If the building burns',
        lose: 'you lose at most 1 h of work',
        back: 'data back in about 2 h',
        basis: '(Cloud, rehearsed Jul 5)',
      },
      {
        title: 'If ransomware strikes',
        lose: 'you lose at most 1 h of work',
        back: 'data back in about 2 h',
        basis: '(Cloud, rehearsed Jul 5, locked until Aug 7)',
      },
    ]);
    expect(lines('es')[2]).toEqual({
      title: 'Si ataca un ransomware',
      lose: 'pierde como mucho 1 h de trabajo',
      back: 'datos de vuelta en unos 2 h',
      basis: '(Cloud, ensayado 5 jul, bloqueada hasta 7 ago)',
    });
  });

  test('what is not known is said so', () => {
    const none = { disaster: 'ransomware', measuredBy: 'not-measured', isProven: false } as const;
    expect(disasterText(none, voice('en')).lose).toBe('everything is lost: no copy would be left');
    expect(disasterText({ ...none, destination: 'azure' }, voice('en'))).toEqual({
      title: 'If ransomware strikes',
      lose: 'something critical would be lost: not all of it is there',
      back: 'how long it takes has not been measured',
      basis: '(Cloud, never rehearsed, not proven)',
    });
    const byLine = { ...none, destination: 'azure', loseMinutes: 130, backInMinutes: 780, measuredBy: 'line-speed' } as const;
    expect(disasterText(byLine, voice('en'))).toMatchObject({
      lose: 'you lose at most 2 h 10 min of work',
      back: 'data back in about 13 h',
      basis: '(Cloud, at the measured speed, not rehearsed, not proven)',
    });
  });

  test('headline, marks, rule and room', () => {
    expect(LANGUAGES.map((language) => headline('needs-attention', language))).toEqual(['Needs attention', 'Requiere atención']);
    expect(markText('first-upload', 'en')).toBe('first upload under way');
    expect(threeTwoOneText(threeTwoOne, 'en')).toContain('The 3-2-1-1-0 rule is met: 4 copies');
    expect(spaceText({ destination: 'usb', freeBytes: 1, fullInDays: 150 }, 'en')).toBe('full in about 150 days');
    expect(spaceText({ destination: 'usb', freeBytes: 1 }, 'es')).toBe('no se está llenando');
  });

  test.each([
    [0.2, '1 min'],
    [59, '59 min'],
    [60, '1 h'],
    [130, '2 h 10 min'],
    [26 * 60 + 20, '26 h'],
    [5 * 1440, '5 days'],
  ])('%d minutes', (minutes, words) => {
    expect(minutesWords(minutes, 'en')).toBe(words);
  });

  test.each([
    [0.2, '1 s'],
    [2.4, '2 s'],
    [59, '59 s'],
    [59.7, '1 min'],
    [3600, '1 h'],
  ])('what took %d seconds', (seconds, words) => {
    expect(lengthWords(seconds, 'en')).toBe(words);
  });

  test('what a proof of two seconds measured is not said to be a minute', () => {
    const line = { disaster: 'pc-dies', destination: 'azure', backInMinutes: 2 / 60, measuredBy: 'proof', isProven: true } as const;
    expect(LANGUAGES.map((language) => disasterText(line, voice(language)).back)).toEqual([
      'data back in about 2 s',
      'datos de vuelta en unos 2 s',
    ]);
  });
});
