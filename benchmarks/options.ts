import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type DataSet, manyFilesData, pharmacyData } from './data-set.ts';

export interface BenchOptions {
  runs: number;
  dataSet: DataSet;
  /** Names, the one to compare with the others first. */
  tools: string[];
  /** The file that is Lifeboat's command. */
  entry: string;
  /** Milliseconds one command may take. */
  limit: number;
  help: boolean;
}

export const helpText = `npm run bench -- [options]

Measures Lifeboat, restic and borg in turn on the same data. All scratch data lies in the temporary folder and is removed.

  --size SIZE      the sample pharmacy's size, such as 64MB or 1GB (default: 512MB)
  --files COUNT    many small files instead of the pharmacy, such as 100000
  --runs COUNT     rounds; the table shows medians (default: 3)
  --tools LIST     which, with commas (default: lifeboat,restic,borg)
  --limit MINUTES  longest time of one command (default: 30)
  --entry FILE     Lifeboat's command (default: bin/lifeboat.js, which needs a build)
  --help           this page
`;

const units: Readonly<Record<string, number>> = { MB: 1e6, GB: 1e9 };
const entry = fileURLToPath(new URL('../bin/lifeboat.js', import.meta.url));

/** Reads the arguments. Throws a TypeError or RangeError with a sentence for a person. */
export function parseOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      size: { type: 'string', default: '512MB' },
      files: { type: 'string' },
      runs: { type: 'string', default: '3' },
      tools: { type: 'string', default: 'lifeboat,restic,borg' },
      limit: { type: 'string', default: '30' },
      entry: { type: 'string', default: entry },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return {
    runs: wholeNumber('--runs', values.runs, 100),
    dataSet: values.files === undefined ? pharmacyData(sizeOf(values.size)) : manyFilesData(wholeNumber('--files', values.files, 1e7)),
    tools: values.tools.split(','),
    entry: values.entry,
    limit: wholeNumber('--limit', values.limit, 600) * 60_000,
    help: values.help,
  };
}

function wholeNumber(name: string, value: string, most: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw new RangeError(`${name} takes a number from 1 to ${most}, not ${value}.`);
  return number;
}

function sizeOf(value: string): number {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)(MB|GB)$/.exec(value) ?? [];
  const bytes = Number(number) * (units[unit] ?? Number.NaN);
  if (!(bytes >= 1e6 && bytes <= 16e9)) throw new RangeError(`--size takes a size from 1MB to 16GB, not ${value}.`);
  return bytes;
}
