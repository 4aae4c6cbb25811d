import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { assessProtection } from '../../../../src/main/protection/index.ts';
import { REASON_CODES } from '../../../../src/shared/model/protection.ts';
import { SITUATIONS } from './situations.ts';

interface Row {
  name: string;
  state: string;
  reasons: string;
}

/** The rows between the heading "The table" and the next heading. */
function rowsOfDocument(): Row[] {
  const text = readFileSync(new URL('../../../../docs/protection.md', import.meta.url), 'utf8');
  const section = text.split('\n## The table\n')[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    return { name: cells[1]?.replaceAll('`', '') ?? '', state: cells[3] ?? '', reasons: cells[4] ?? '' };
  });
}

function outcomeOf(name: string): Omit<Row, 'name'> {
  const { state, reasons } = assessProtection(SITUATIONS[name]!());
  const told = reasons.map(({ code, severity, source, destination, disk }) => {
    const about = [source, destination === undefined ? undefined : [destination, disk].filter(Boolean).join('/')]
      .filter(Boolean)
      .join(' at ');
    return `${severity} \`${code}\`${about === '' ? '' : ` (${about})`}`;
  });
  return { state, reasons: told.length > 0 ? told.join('; ') : 'none' };
}

const ROWS = rowsOfDocument();

describe('the table in docs/protection.md', () => {
  test('has a row for every situation, and a situation for every row', () => {
    expect(ROWS.map(({ name }) => name)).toEqual(Object.keys(SITUATIONS));
  });

  test.each(ROWS)('$name: $state', ({ name, state, reasons }) => {
    expect(outcomeOf(name)).toEqual({ state, reasons });
  });

  test('shows every reason there is', () => {
    const shown = new Set(ROWS.flatMap(({ reasons }) => [...reasons.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code)));
    expect(REASON_CODES.filter((code) => !shown.has(code))).toEqual([]);
  });
});
