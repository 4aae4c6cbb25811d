import { LifeboatError } from '../../../shared/errors/index.ts';

/** The error for a value that does not parse; `expected` shows good ones, in no language. */
export function invalid(name: string, value: string, expected: string): LifeboatError {
  return new LifeboatError('value-invalid', { name, value, expected });
}
