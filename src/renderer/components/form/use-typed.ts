import { useFormContext, useWatch } from 'react-hook-form';

/** What stands in a field of the form around it. Fluent's fields keep a value of their own unless they are told one. */
export function useTyped(name: string): string {
  const { control } = useFormContext();
  const value: unknown = useWatch({ control, name });
  return typeof value === 'string' ? value : '';
}
