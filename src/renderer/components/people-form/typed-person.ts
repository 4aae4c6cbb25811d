import type { z } from 'zod';
import { type Person, personSchema, type Role } from '../../../shared/model/person.ts';
import { slugOf } from '../../../shared/model/slug-of.ts';

export const writtenPersonSchema = personSchema.omit({ emailConfirmedAt: true });
export type WrittenPerson = z.output<typeof writtenPersonSchema>;

/** Somebody as they stand in the form. */
export interface TypedPerson {
  name: string;
  role: Role;
  email: string;
  isNotified: boolean;
}

export function typedPerson(person: Person | undefined): TypedPerson {
  const { name = '', role = 'technician', email = '', isNotified = true } = person ?? {};
  return { name, role, email, isNotified };
}

/** What the contract's schema is to check. */
export function valueOfPerson(
  { name, role, email, isNotified }: TypedPerson,
  before: Person | undefined,
  taken: readonly string[],
): unknown {
  return {
    id: before?.id ?? slugOf(name, taken),
    name: name.trim(),
    role,
    isNotified,
    ...(email.trim() !== '' && { email: email.trim() }),
  };
}
