import { describe, expect, it } from '@jest/globals';
import { bracket } from '../../../../../src/main/sources/server/bracket.ts';
import { type FactReader, readFacts, type WitnessTable } from '../../../../../src/main/sources/server/facts.ts';
import { LifeboatError } from '../../../../../src/shared/errors/index.ts';
import { compareWitness, type WitnessFact } from '../../../../../src/shared/model/witness.ts';
import { ManualTime } from '../../../../support/manual-time.ts';

const MIB = 1024 * 1024;

function table(name: string, bytes: number, dates: WitnessTable['dates'] = []): WitnessTable {
  return { label: name, schema: 'public', name, bytes, dates };
}

function reader(tables: WitnessTable[], change: Partial<FactReader> = {}): FactReader {
  return {
    tables: () => Promise.resolve(tables),
    count: () => Promise.resolve(1),
    newest: () => Promise.resolve({ value: '2026-03-02' }),
    ask: () => Promise.resolve(7),
    ...change,
  };
}

const subjects = (facts: readonly WitnessFact[]): string[] => facts.map(({ subject }) => subject);

describe('facts of a database', () => {
  const date = (name: string, isIndexed = false) => ({ name, type: 'date', isIndexed });

  it('asks a server in use for the twelve largest tables, and for dates only where they are cheap', async () => {
    const clock = new ManualTime();
    const tables = [
      table('large', 900 * MIB, [date('at'), date('on', true), date('birth_date')]),
      ...Array.from({ length: 20 }, (_, n) => table(`t${n}`, 1, [date('at')])),
    ];
    const bearable = await readFacts(reader(tables), [], 'bearable', clock);
    expect(subjects(bearable.facts).filter((subject) => subject.startsWith('rows:'))).toHaveLength(12);
    expect(subjects(bearable.facts)).toEqual(expect.arrayContaining(['rows:large', 'newest:large.on', 'newest:t0.at']));
    expect(subjects(bearable.facts)).not.toEqual(expect.arrayContaining(['newest:large.at']));
    const whole = await readFacts(reader(tables), [], 'whole', clock);
    expect(subjects(whole.facts)).toEqual(expect.arrayContaining([...subjects(bearable.facts), 'newest:large.at', 'rows:t19']));
    expect(subjects(whole.facts).some((subject) => subject.includes('birth'))).toBe(false);
  });

  it('stops after half a minute, with what it has', async () => {
    const clock = new ManualTime();
    const limits: number[] = [];
    const count = async (_: WitnessTable, limit: number): Promise<number | undefined> => {
      limits.push(limit);
      await clock.advance(4000);
      return undefined;
    };
    const { facts } = await readFacts(
      reader(
        Array.from({ length: 12 }, (_, n) => table(`t${n}`, 1)),
        { count },
      ),
      [],
      'bearable',
      clock,
    );
    expect(facts).toEqual([]);
    expect(limits).toEqual([5000, 5000, 5000, 5000, 5000, 5000, 5000, 2000]);
  });

  it('names questions without an answer, and goes on; a connection that is gone ends it', async () => {
    const questions = ['good', 'bad', 'text'].map((name) => ({ name, sql: 'SELECT 1' }));
    const ask: FactReader['ask'] = async ({ name }) => {
      await Promise.resolve();
      if (name === 'bad') throw new LifeboatError('database-failed', { place: 'x', reason: '42601' });
      return name === 'text' ? 'Ana' : 7;
    };
    const { facts, failedQuestions } = await readFacts(reader([], { ask }), questions, 'bearable', new ManualTime());
    expect(facts).toEqual([{ kind: 'number', subject: 'question:good', value: 7 }]);
    expect(failedQuestions).toEqual(['bad', 'text']);
    const gone: FactReader['ask'] = () => Promise.reject(new LifeboatError('database-unreachable', { place: 'x', reason: 'ECONNRESET' }));
    await expect(readFacts(reader([], { ask: gone }), questions, 'bearable', new ManualTime())).rejects.toMatchObject({
      code: 'database-unreachable',
    });
  });
});

describe('two looks with a moment between them', () => {
  const about = { takenAt: '2026-03-02T08:15:00Z', environment: {} };
  const count = (value: number): WitnessFact => ({ kind: 'count', subject: 'rows:rx', value });
  const found = (value: number) => ({ ...about, facts: [count(value)], isExact: true, atMost: [] });

  it('is exact when both say the same', () => {
    expect(bracket([count(5)], [count(5)], about)).toMatchObject({ isExact: true, facts: [count(5)], atMost: [] });
  });

  it('accepts what lies between, also when it went down, and nothing else', () => {
    const rising = bracket([count(5)], [count(8)], about);
    expect(rising.isExact).toBe(false);
    expect([4, 5, 7, 8, 9].map((value) => compareWitness(rising, found(value)).length)).toEqual([1, 0, 0, 0, 1]);
    const falling = bracket([count(8)], [count(5)], about);
    expect([4, 6, 9].map((value) => compareWitness(falling, found(value)).length)).toEqual([1, 0, 1]);
  });

  it('leaves out what only one look has, or what changed its kind', () => {
    const date: WitnessFact = { kind: 'date', subject: 'question:q' };
    const number: WitnessFact = { kind: 'number', subject: 'question:q', value: 1 };
    expect(bracket([count(5), date], [number], about).facts).toEqual([]);
  });
});
