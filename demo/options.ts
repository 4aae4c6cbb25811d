import { parseArgs } from 'node:util';

/** What the demo was asked for. */
export interface DemoOptions {
  seed: string;
  /** About how many bytes the pharmacy takes. */
  size: number;
  /** Leave the folder there afterwards. */
  keep: boolean;
  /** Where to work instead of a scratch folder. */
  folder: string | undefined;
  help: boolean;
}

export const helpText = `npm run demo -- [options]

Makes an invented pharmacy, backs it up, works a day, backs it up again, destroys it, and brings it back.

  --seed WORD       another word makes another pharmacy (default: lifeboat)
  --size MB         how big the pharmacy is, 1 to 4000 (default: 48)
  --keep [FOLDER]   leave pharmacy and repository there to look at; FOLDER must be empty or new
  --help            this page

Without --keep nothing is left behind.
`;

/** Reads the demo's arguments. Throws a TypeError or RangeError with a sentence for a person. */
export function parseOptions(args: readonly string[]): DemoOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: 'lifeboat' },
      size: { type: 'string', default: '48' },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [folder, ...rest] = positionals;
  if (rest.length > 0 || (folder !== undefined && !values.keep)) throw new RangeError(`Not understood: ${rest[0] ?? folder}. See --help.`);
  const megabytes = Number(values.size);
  if (!(megabytes >= 1 && megabytes <= 4000)) throw new RangeError(`--size takes megabytes, 1 to 4000, not ${values.size}.`);
  return { seed: values.seed, size: megabytes * 1_000_000, keep: values.keep, folder, help: values.help };
}
