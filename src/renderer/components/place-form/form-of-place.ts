import type { UseFormReturn } from 'react-hook-form';
import type { Destination } from '../../../shared/model/destination.ts';
import type { TypedPlace } from './typed-place.ts';

/** The form as its parts use it. */
export type FormOfPlace = UseFormReturn<TypedPlace, unknown, Destination>;
