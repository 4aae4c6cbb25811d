import { LifeboatError } from '../../../shared/errors/index.ts';
import { repositoriesOf, type RepositoryRef } from '../../../shared/model/destination.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { followRun } from './follow-run.ts';
import { givenCredential } from './given-credential.ts';
import { Names } from './names.ts';
import { type ProfileOptions, withOwner } from './owner.ts';
import { exitCodeOfRuns, presentRun } from './present-run.ts';

export interface MaintainOptions extends ProfileOptions {
  place: string;
}

/** `lifeboat maintain --place NAME`: forgets what retention no longer keeps, with a credential that is given for this once. */
export async function maintain(invocation: Invocation, options: MaintainOptions): Promise<ExitCode> {
  const credential = givenCredential(invocation.surroundings.environment);
  return await withOwner(invocation, options, async (owner) => {
    const names = await Names.of(owner);
    const places = placesOf(names, options.place);
    const { run: id } = await owner.ask((client) => client.runs.maintain({ places, ...(credential && { credential }) }));
    const ended = await followRun(invocation, owner, names, id);
    presentRun(invocation, names, ended);
    return exitCodeOfRuns(ended);
  });
}

/** A destination by its id or name, with all disks of a set. */
function placesOf({ destinations }: Names, wanted: string): RepositoryRef[] {
  const words = wanted.trim().toLowerCase();
  const found = destinations.find(({ id }) => id === wanted) ?? destinations.find(({ name }) => name.toLowerCase() === words);
  if (found !== undefined) return repositoriesOf(found).map((ref) => ({ ...ref }));
  throw new LifeboatError('value-invalid', { name: '--place', value: wanted, expected: destinations.map(({ id }) => id).join(', ') });
}
