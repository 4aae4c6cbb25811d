import type { UseFormReturn } from 'react-hook-form';
import type { Source } from '../../../shared/model/source.ts';
import type { TypedSource } from './typed-source.ts';

/** The form as its parts use it. */
export type FormOfSource = UseFormReturn<TypedSource, unknown, Source>;
export interface PartProps {
  form: FormOfSource;
}
