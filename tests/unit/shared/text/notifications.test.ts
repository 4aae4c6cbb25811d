import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { ANNOUNCED_CODES } from '../../../../src/shared/model/protection.ts';
import { LANGUAGES } from '../../../../src/shared/text/index.ts';
import { messageText, type MessageSpec, shortText } from '../../../../src/shared/text/notifications/index.ts';

const one = ANNOUNCED_CODES.map((code) => ({ code, count: 1 }));
/** Every message there is, with every cause in it. The expected words are in tests/fixtures/notifications. */
const MESSAGES: Readonly<Record<string, MessageSpec>> = {
  'alert-red': { kind: 'alert', isRed: true, causes: one },
  'alert-amber-several-things': { kind: 'alert', isRed: false, causes: ANNOUNCED_CODES.map((code) => ({ code, count: 3 })) },
  escalation: { kind: 'escalation', causes: one.slice(0, 2) },
  'working-again': { kind: 'working-again', causes: one, left: 0 },
  'working-again-one-left': { kind: 'working-again', causes: one.slice(1, 2), left: 1 },
  'working-again-some-left': { kind: 'working-again', causes: one.slice(1, 2), left: 4 },
  'weekly-well': { kind: 'weekly', isWell: true },
  'weekly-attention': { kind: 'weekly', isWell: false },
  code: { kind: 'code', code: '042137', minutes: 30 },
  test: { kind: 'test' },
};

function golden(name: string, language: string): string {
  const file = new URL(`../../../fixtures/notifications/${name}.${language}.txt`, import.meta.url);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

describe.each(LANGUAGES)('messages in %s', (language) => {
  test.each(Object.keys(MESSAGES))('%s', (name) => {
    const spec = MESSAGES[name]!;
    const { subject, text } = messageText(spec, language);
    const { title, body } = shortText(spec, language);
    expect(`Subject: ${subject}\n\n${text}\n--- desktop ---\n${title}\n${body}\n`).toBe(golden(name, language));
  });
});
