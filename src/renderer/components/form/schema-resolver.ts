import { toNestErrors } from '@hookform/resolvers';
import type { FieldError, FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';
import type { FieldProblem } from '../../../shared/text/index.ts';

/**
 * Checks a form by the contract's own schema. `valueOf` makes what the schema describes of what was typed; the names of
 * the form's fields are those of the schema, so that each problem finds its field. What is handed in is the schema's value.
 */
export function schemaResolver<Typed extends FieldValues, Value>(
  schema: z.ZodType<Value>,
  valueOf: (typed: Typed) => unknown,
): Resolver<Typed, unknown, Value & FieldValues> {
  return (typed, _context, options) => {
    const read = schema.safeParse(valueOf(typed));
    if (read.success) return { values: read.data as Value & FieldValues, errors: {} };
    const problems = read.error.issues.map((issue): [string, FieldError] => [issue.path.join('.'), { type: problemOf(issue) }]);
    // The first problem of a field is the one that is said.
    return { values: {}, errors: toNestErrors<Typed>(Object.fromEntries(problems.reverse()), options) };
  };
}

const FORMATS: ReadonlyMap<string, FieldProblem> = new Map([
  ['email', 'email'],
  ['url', 'url'],
]);

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  if (issue.code === 'too_small') return issue.origin === 'array' && Number(issue.minimum) > 1 ? 'two-needed' : tooSmall(issue.origin);
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too-long' : 'number';
  if (issue.code === 'invalid_type') return issue.expected === 'number' || issue.expected === 'int' ? 'number' : 'required';
  if (issue.code === 'invalid_format') return FORMATS.get(issue.format) ?? 'invalid';
  return 'invalid';
}

function tooSmall(origin: string): FieldProblem {
  return origin === 'string' || origin === 'array' ? 'required' : 'number';
}
