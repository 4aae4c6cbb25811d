import { asLifeboatError } from '../../../shared/errors/index.ts';
import { partsOf, type SingleSource, type Source } from '../../../shared/model/source.ts';
import { type SourceContext, sourceKind } from '../../sources/index.ts';
import type { HostHooks, SourceNote, SourceSecrets, SourceTest } from '../engine-host.ts';
import { withFrozenDrives } from './frozen-drives.ts';
import type { Ground } from './ground.ts';
import { joinWitnesses, type WitnessedPart } from './join-witnesses.ts';
import { withPartContext } from './part-context.ts';

/** Tries a source as a backup would, without storing anything: is it there, does it let us in, what is in it? */
export async function testSource(
  ground: Ground,
  { source, secrets, scratch }: { source: Source; secrets: SourceSecrets; scratch: string },
  hooks: HostHooks,
): Promise<SourceTest> {
  try {
    return await withFrozenDrives(
      ground,
      hooks,
      async (frozen) =>
        await withPartContext(ground, { scratch, secrets, hooks, frozen }, async (contextOf) => await tryParts(source, contextOf)),
    );
  } catch (error) {
    return { ok: false, witness: undefined, bytes: undefined, error: asLifeboatError(error).report(), notes: [] };
  }
}

async function tryParts(source: Source, contextOf: (part: SingleSource) => Promise<SourceContext>): Promise<SourceTest> {
  const witnessed: WitnessedPart[] = [];
  const notes: SourceNote[] = [];
  for (const part of partsOf(source)) {
    const context = await contextOf(part);
    const capture = await sourceKind(part).capture(part, context);
    notes.push(...capture.warnings.map((warning) => ({ part: part.id, ...warning })));
    await capture.release();
    witnessed.push({ part, witness: (await sourceKind(part).look(part, context))?.witness });
  }
  return { ok: true, witness: joinWitnesses(witnessed), bytes: bytesOf(witnessed), error: undefined, notes };
}

/** How much there is; undefined where a part does not say so. */
function bytesOf(witnessed: readonly WitnessedPart[]): number | undefined {
  const sizes = witnessed.flatMap(
    ({ witness }) => witness?.facts.find(({ kind, subject }) => kind === 'count' && subject === 'bytes') ?? [],
  );
  return sizes.length < witnessed.length ? undefined : sizes.reduce((sum, { value }) => sum + Number(value), 0);
}
