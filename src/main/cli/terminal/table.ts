import { displayWidth } from './width.ts';

/** A column's heading and which side its cells keep to. */
export interface Column {
  title: string;
  align?: 'left' | 'right';
}

const GAP = '  ';

/** Lines of a table: headings, a rule, rows. A cell of several lines makes its row as high. Cells must be harmless. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly (string | readonly string[])[])[]): string[] {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? [cell] : cell)));
  const widths = columns.map((column, at) => Math.max(...[column.title, ...cells.flatMap((row) => row[at] ?? [])].map(displayWidth)));
  const line = (texts: readonly string[]): string => joined(texts, columns, widths);
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width, GAP.length * (columns.length - 1)));
  return [line(columns.map(({ title }) => title)), rule, ...cells.flatMap((row) => rowLines(row, columns.length).map(line))];
}

function rowLines(row: readonly (readonly string[])[], columns: number): string[][] {
  const height = Math.max(1, ...row.map((cell) => cell.length));
  return Array.from({ length: height }, (_, at) => Array.from({ length: columns }, (_unused, column) => row[column]?.[at] ?? ''));
}

function joined(texts: readonly string[], columns: readonly Column[], widths: readonly number[]): string {
  const padded = texts.map((text, at) => pad(text, widths[at] ?? 0, columns[at]?.align ?? 'left'));
  return padded.join(GAP).trimEnd();
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + space : space + text;
}
