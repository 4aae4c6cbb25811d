import { type Command, Option } from 'commander';

/** An option as a command states it; what it means is looked up in the texts by its name. */
export interface OptionSpec {
  /** As commander writes it, such as `-e, --exclude <pattern>`. */
  flags: string;
  /** Reads a value; throws `value-invalid`. */
  parse?: (value: string, name: string) => unknown;
  /** May be given more than once; the values are collected. */
  repeatable?: true;
  /** Must be given. */
  mandatory?: true;
  /** Names, in camel case, of options that it cannot be used with. */
  conflicts?: string[];
}

/** Descriptions by an option's name in camel case. */
export type Descriptions = Readonly<Record<string, unknown>>;

/** Adds options to a command; the first of `descriptions` that has a text for an option describes it. */
export function declareOptions(
  command: Command,
  descriptions: readonly Descriptions[],
  specs: readonly OptionSpec[],
  group?: string,
): Command {
  for (const spec of specs) {
    const option = makeOption(spec, descriptions);
    if (group !== undefined) option.helpGroup(group);
    command.addOption(option);
  }
  return command;
}

function makeOption(spec: OptionSpec, descriptions: readonly Descriptions[]): Option {
  const option = new Option(spec.flags);
  option.description = describe(option.attributeName(), descriptions);
  const name = option.long ?? spec.flags;
  const parse = (value: string): unknown => (spec.parse === undefined ? value : spec.parse(value, name));
  if (spec.repeatable) option.argParser<unknown[]>((value, previous) => [...(previous ?? []), parse(value)]);
  else if (spec.parse !== undefined) option.argParser(parse);
  if (spec.mandatory) option.makeOptionMandatory();
  if (spec.conflicts !== undefined) option.conflicts(spec.conflicts);
  return option;
}

function describe(name: string, descriptions: readonly Descriptions[]): string {
  for (const texts of descriptions) {
    const text = texts[name];
    if (typeof text === 'string') return text;
  }
  return '';
}
