import { describe, expect, test } from '@jest/globals';
import { pickLanguage } from '../../../../src/shared/text/index.ts';

describe('the language', () => {
  test.each([
    [['es_MX.UTF-8'], 'es'],
    [['ES'], 'es'],
    [['es-419'], 'es'],
    [['', undefined, 'es_ES@euro', 'en_US'], 'es'],
    [['fr_FR.UTF-8', 'es'], 'es'],
    [['C.UTF-8', 'es'], 'en'],
    [['POSIX'], 'en'],
    [['esperanto'], 'en'],
    [[], 'en'],
  ] as const)('of %j is %s', (wishes, language) => {
    expect(pickLanguage(wishes)).toBe(language);
  });
});
