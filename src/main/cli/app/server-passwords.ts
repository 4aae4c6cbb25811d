import { credentialsOf, partsOf, type Source } from '../../../shared/model/source.ts';
import type { Owner } from './owner.ts';

/** The environment variable that has a part's password on a new computer: `LIFEBOAT_PASSWORD_DISPENSING_DATABASE`. */
export function passwordVariable(part: string): string {
  return `LIFEBOAT_PASSWORD_${part.toUpperCase().replaceAll('-', '_')}`;
}

/** Passwords of database servers are in no copy: gives the owner those that the environment has. */
export async function keepServerPasswords(owner: Owner, sources: readonly Source[], environment: NodeJS.ProcessEnv): Promise<void> {
  for (const source of sources) {
    const given = partsOf(source).flatMap((part) => {
      const password = environment[passwordVariable(part.id)];
      return credentialsOf(part).length > 0 && password ? [[part.id, { password }] as const] : [];
    });
    if (given.length > 0) await owner.ask((client) => client.sources.put({ source, credentials: Object.fromEntries(given) }));
  }
}
