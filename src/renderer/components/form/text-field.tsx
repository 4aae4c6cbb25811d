import { Field, Input, type InputProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { FieldError, UseFormRegisterReturn } from 'react-hook-form';
import { useTyped } from './use-typed.ts';
import { useProblem } from './use-problem.ts';

export interface TextFieldProps {
  label: string;
  /** What helps to fill it in. */
  hint?: string;
  /** What `register` gives. */
  field: UseFormRegisterReturn;
  error?: FieldError | undefined;
  required?: boolean;
  type?: InputProps['type'];
  /** An example, never the only explanation. */
  placeholder?: string;
  autoComplete?: string;
  inputMode?: 'numeric' | 'text';
}

/** A line to type into, with its name, a hint and what is wrong with it. */
export function TextField({
  label,
  hint,
  field,
  error,
  required,
  type,
  placeholder,
  autoComplete = 'off',
  inputMode,
}: TextFieldProps): ReactNode {
  const problem = useProblem()(error);
  const value = useTyped(field.name);
  return (
    <Field label={label} hint={hint ?? null} required={required === true} validationMessage={problem ?? null}>
      <Input {...field} value={value} type={type ?? 'text'} placeholder={placeholder} autoComplete={autoComplete} inputMode={inputMode} />
    </Field>
  );
}
