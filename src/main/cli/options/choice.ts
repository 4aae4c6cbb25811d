import { invalid } from './invalid.ts';

/** A parser for a word out of a few. */
export function choiceOf<T extends string>(...choices: readonly T[]): (value: string, name: string) => T {
  return (value, name) => {
    const choice = choices.find((candidate) => candidate === value);
    if (choice === undefined) throw invalid(name, value, choices.join(', '));
    return choice;
  };
}
