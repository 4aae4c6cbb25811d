import { z } from 'zod';
import { type Person, personSchema } from '../../../../shared/model/person.ts';
import { slugOf } from '../../../../shared/model/slug-of.ts';

const { name, email } = personSchema.shape;

/** Who sets Lifeboat up, and who is the pharmacist-in-charge. */
export const youSchema = z.object({
  name,
  email: email.unwrap(),
  pic: z.enum(['me', 'other']),
  picName: name.optional(),
  picEmail: email,
});
export interface You {
  name: string;
  email: string;
  pic: 'me' | 'other' | undefined;
  picName: string;
  picEmail: string;
}

type KnownPerson = Pick<Person, 'id' | 'name' | 'role' | 'email'>;

/** The form's content as the schema wants it: what is not asked is not there. */
export function valueOfYou({ picName, picEmail, ...you }: You): unknown {
  if (you.pic !== 'other') return you;
  return { ...you, picName, ...(picEmail.trim() !== '' && { picEmail: picEmail.trim() }) };
}

/** What the form begins with: people that are kept, else what was typed before. */
export function youOf(
  people: readonly KnownPerson[],
  draft: { name?: string | undefined; email?: string | undefined },
  typedPic: { name?: string | undefined; email?: string | undefined } | undefined,
): You {
  const owner = people.find(({ role }) => role === 'owner');
  const pic = people.find(({ role }) => role === 'pharmacist-in-charge') ?? typedPic;
  return {
    name: draft.name ?? owner?.name ?? '',
    email: draft.email ?? owner?.email ?? '',
    pic: pic !== undefined ? 'other' : owner !== undefined ? 'me' : undefined,
    picName: typedPic?.name ?? pic?.name ?? '',
    picEmail: typedPic?.email ?? pic?.email ?? '',
  };
}

/** What has to be kept and what has to go, so that there is one owner and at most one pharmacist-in-charge beside. */
export function peopleOf(
  you: z.infer<typeof youSchema>,
  people: readonly KnownPerson[],
): { put: Omit<Person, 'emailConfirmedAt'>[]; remove: string[] } {
  const owner = people.find(({ role }) => role === 'owner');
  const before = people.filter(({ role }) => role === 'pharmacist-in-charge');
  const taken = people.map(({ id }) => id);
  const me = { id: owner?.id ?? slugOf(you.name, taken), name: you.name, role: 'owner' as const, email: you.email, isNotified: true };
  if (you.pic === 'me' || you.picName === undefined) return { put: [me], remove: before.map(({ id }) => id) };
  const pic = {
    id: before[0]?.id ?? slugOf(you.picName, [...taken, me.id]),
    name: you.picName,
    role: 'pharmacist-in-charge' as const,
    ...(you.picEmail !== undefined && { email: you.picEmail }),
    isNotified: true,
  };
  return { put: [me, pic], remove: [] };
}
