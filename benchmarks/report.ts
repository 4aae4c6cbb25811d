import { formatBytes } from '../src/shared/format/index.ts';
import type { Measurement } from './round.ts';
import { type Line, lines } from './steps.ts';
import { type StepSummary, summarize } from './summary.ts';

const heading = ['', 'time', '(fastest - slowest)', 'CPU', 'memory', 'stored'];
const widths = [20, 10, 20, 10, 11, 11];

/** The table: for each step a line a tool, and how the first tool compares with each of the others. */
export function tableOf(measurements: readonly Measurement[], tools: readonly string[]): string {
  return lines.map((step) => sectionOf(step, measurements, tools)).join('\n');
}

function sectionOf(step: Line, measurements: readonly Measurement[], tools: readonly string[]): string {
  const summaries = tools.flatMap((tool) => summarize(measurements, tool, step) ?? []);
  const [first, ...others] = summaries;
  const rows = summaries.map(rowOf);
  const ratios = first === undefined ? [] : others.map((other) => ratioRow(first, other));
  return `${[step.toUpperCase(), lineOf(heading), ...rows, ...ratios].join('\n')}\n`;
}

function rowOf(summary: StepSummary): string {
  const { tool, seconds, fastest, slowest, cpuSeconds, peakBytes, storedBytes } = summary;
  const stored = storedBytes === undefined ? '' : formatBytes(storedBytes);
  return lineOf([
    tool,
    inSeconds(seconds),
    `${fastest.toFixed(2)} - ${slowest.toFixed(2)}`,
    inSeconds(cpuSeconds),
    formatBytes(peakBytes),
    stored,
  ]);
}

/** Below 1 the first needs less. */
function ratioRow(first: StepSummary, other: StepSummary): string {
  const ratio = (pick: (summary: StepSummary) => number | undefined): string => {
    const [mine, theirs] = [pick(first), pick(other)];
    return mine === undefined || !theirs ? '' : `${(mine / theirs).toFixed(2)}x`;
  };
  return lineOf([
    `  ${first.tool} / ${other.tool}`,
    ratio((summary) => summary.seconds),
    '',
    ratio((summary) => summary.cpuSeconds),
    ratio((summary) => summary.peakBytes),
    ratio((summary) => summary.storedBytes),
  ]);
}

function inSeconds(seconds: number): string {
  return `${seconds.toFixed(2)} s`;
}

function lineOf(cells: readonly string[]): string {
  return cells
    .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
    .join(' ')
    .trimEnd();
}
