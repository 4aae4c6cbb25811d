import { describe, expect, it } from '@jest/globals';
import { harmlessQuestion, readingQuestion, singleValue } from '../../../../../src/main/sources/server/question.ts';

describe("the pharmacy's own questions", () => {
  it.each([
    'SELECT max(id) FROM rx',
    '  select 1 ;',
    "SELECT ';' || count(*) FROM rx -- ; DROP",
    'WITH a AS (SELECT 1) SELECT * FROM a',
    '/* last */ SELECT "a;b" FROM rx',
  ])('takes %p', (sql) => {
    expect(readingQuestion(sql)).toBe(sql.trim().replace(/;\s*$/, ''));
  });

  it.each(['', 'DELETE FROM rx', 'SELECT 1; SELECT 2', 'COMMIT', 'selected', 'CALL tidy()', 'EXPLAIN ANALYZE DELETE FROM rx'])(
    'refuses %p',
    (sql) => {
      expect(readingQuestion(sql)).toBeUndefined();
    },
  );

  it.each([
    'SELECT 1 DELETE FROM Rx',
    'SELECT * INTO copy FROM Rx',
    'SELECT 1 EXEC sp_who',
    "SELECT 1 WAITFOR DELAY '01:00'",
    'SELECT 1 COMMIT',
    "SELECT * FROM OPENROWSET('x', 'y', 'z')",
    'WITH a AS (SELECT 1 x) UPDATE Rx SET a = 1',
    'SELECT 1 xp_cmdshell',
  ])('refuses %p where nothing else keeps it from changing data', (sql) => {
    expect(harmlessQuestion(sql)).toBeUndefined();
  });

  it('takes words of change as names and in texts', () => {
    const sql = "SELECT MAX([update]) FROM [delete] WHERE note = 'drop it' AND updated > 0";
    expect(harmlessQuestion(sql)).toBe(sql);
  });

  it('gives one number or one date, and never text', () => {
    expect(singleValue([['700123']])).toBe(700_123);
    expect(singleValue([[-2.5]])).toBe(-2.5);
    expect(singleValue([['2026-03-02 08:15:00.123456+00']])).toBe('2026-03-02 08:15:00.123456+00');
    expect(singleValue([[new Date('2026-03-02T08:15:00Z')]])).toBe('2026-03-02T08:15:00.000Z');
    expect(singleValue([])).toBeUndefined();
    expect(singleValue([[null]])).toBeUndefined();
    for (const answer of [[['Ana Pérez']], [['1'], ['2']], [['1', '2']], [[]]]) expect(() => singleValue(answer)).toThrow(TypeError);
  });
});
