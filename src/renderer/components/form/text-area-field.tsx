import { Field, Textarea } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { FieldError, UseFormRegisterReturn } from 'react-hook-form';
import { useProblem } from './use-problem.ts';
import { useTyped } from './use-typed.ts';

export interface TextAreaFieldProps {
  label: string;
  hint?: string;
  /** What `register` gives. */
  field: UseFormRegisterReturn;
  error?: FieldError | undefined;
  required?: boolean;
  className?: string;
}

/** Some lines to type into. */
export function TextAreaField({ label, hint, field, error, required, className }: TextAreaFieldProps): ReactNode {
  const problem = useProblem()(error);
  const value = useTyped(field.name);
  return (
    <Field label={label} hint={hint ?? null} required={required === true} validationMessage={problem ?? null}>
      <Textarea {...field} {...(className !== undefined && { className })} value={value} rows={2} resize="vertical" spellCheck={false} />
    </Field>
  );
}
