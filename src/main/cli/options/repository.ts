import { LifeboatError } from '../../../shared/errors/index.ts';

/** Where the repository is: the option, else the environment. */
export function repositoryLocation(option: string | undefined, environment: NodeJS.ProcessEnv): string {
  const location = option || environment.LIFEBOAT_REPOSITORY || environment.RESTIC_REPOSITORY;
  if (!location) throw new LifeboatError('location-missing', {});
  return location;
}
