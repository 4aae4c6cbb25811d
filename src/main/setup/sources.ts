import { LifeboatError } from '../../shared/errors/index.ts';
import type { SelfTest } from '../../shared/model/self-test.ts';
import { credentialsOf, partsOf, type Source } from '../../shared/model/source.ts';
import type { SourceSecrets, SourceTest } from '../engine-host/index.ts';
import { copyFolders, keepApart } from './apart.ts';
import { credentialName, type SetupNeeds } from './needs.ts';

/** Credentials of a source's parts, from the vault; `given` ones count first. */
export async function secretsOf({ vault }: Pick<SetupNeeds, 'vault'>, source: Source, given: SourceSecrets = {}): Promise<SourceSecrets> {
  const entries = partsOf(source).map(async (part) => {
    const values = credentialsOf(part).map(
      async (name) => [name, given[part.id]?.[name] ?? (await vault.get(credentialName.ofPart(part.id, name)))] as const,
    );
    return [
      part.id,
      Object.fromEntries((await Promise.all(values)).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))),
    ] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Keeps a source and its credentials. `place-in-source` if copies lie in its folders. */
export async function putSource(needs: SetupNeeds, source: Source, credentials: SourceSecrets): Promise<void> {
  keepApart([source], await copyFolders(needs));
  for (const [part, values] of Object.entries(credentials)) {
    for (const [name, value] of Object.entries(values)) await needs.vault.set(credentialName.ofPart(part, name), value);
  }
  needs.store.sources.put(source);
}

/** Forgets a source; its restore points stay where they are. */
export async function removeSource(needs: SetupNeeds, id: string): Promise<void> {
  const source = needs.store.sources.get(id);
  if (source === undefined) return;
  needs.store.sources.remove(id);
  const used = new Set(
    needs.store.sources
      .list()
      .flatMap(partsOf)
      .map((part) => part.id),
  );
  // What became part of a group keeps its password.
  for (const part of partsOf(source).filter((one) => !used.has(one.id)))
    for (const name of credentialsOf(part)) await needs.vault.delete(credentialName.ofPart(part.id, name));
}

/** Tries a source as a backup would. */
export async function testSourceNow(needs: SetupNeeds, source: Source, credentials: SourceSecrets): Promise<SourceTest> {
  const secrets = await secretsOf(needs, source, credentials);
  return await needs.host.testSource({ source, secrets, scratch: needs.scratchFor(`test-${needs.newId()}`) });
}

/** Has the database servers of a source tried, by its parts. `value-invalid`: there is no such source, or none that can be tried. */
export async function selfTestSource(needs: SetupNeeds, id: string): Promise<(SelfTest & { part: string })[]> {
  const source = needs.store.sources.get(id);
  if (source === undefined) throw new LifeboatError('value-invalid', { name: 'source', value: id, expected: 'one that is set up' });
  return await needs.host.selfTest({
    source,
    secrets: await secretsOf(needs, source),
    scratch: needs.scratchFor(`self-test-${needs.newId()}`),
  });
}
