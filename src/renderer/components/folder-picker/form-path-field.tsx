import type { ReactNode } from 'react';
import { useController } from 'react-hook-form';
import { useProblem } from '../form/index.ts';
import { PathField, type PathFieldProps } from './path-field.tsx';

export interface FormPathFieldProps extends Pick<PathFieldProps, 'label' | 'hint' | 'kind'> {
  /** The field of the form around it; it has to be filled in. */
  name: string;
}

/** A path as a field of the form around it. */
export function FormPathField({ name, ...shown }: FormPathFieldProps): ReactNode {
  const { field, fieldState } = useController({ name });
  const problem = useProblem();
  return (
    <PathField
      {...shown}
      value={typeof field.value === 'string' ? field.value : ''}
      required
      problem={problem(fieldState.error)}
      onChange={field.onChange}
    />
  );
}
