import type { FieldError } from 'react-hook-form';
import { type FieldProblem, formTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';

/** Says what is wrong with a field, in words; undefined: nothing is. */
export function useProblem(): (error: { type?: unknown } | undefined) => string | undefined {
  const { problems } = useTexts(formTexts);
  return (error) => (error === undefined ? undefined : (problems[(error as FieldError).type as FieldProblem] ?? problems.invalid));
}
