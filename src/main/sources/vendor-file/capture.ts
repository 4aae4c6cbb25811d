import type { SourceOf } from '../../../shared/model/source.ts';
import type { Witness } from '../../../shared/model/witness.ts';
import type { Capture, SourceContext } from '../kind.ts';
import { factsOf, filesAt } from './facts.ts';
import { findings } from './findings.ts';
import { hasChanged } from './growing.ts';
import { findSeries } from './series.ts';

type Source = SourceOf<'vendor-file'>;

/** The newest backup the pharmacy's own system made, with the files that belong to it; they are archived where they lie. */
export async function capture(source: Source, context: SourceContext): Promise<Capture> {
  const series = await findSeries(source, context.signal);
  const files = [series.newest, ...series.companions];
  const warnings = await findings(source, series, context);
  const paths = files.map(({ path }) => path);
  return {
    files: [{ kind: 'paths', paths }],
    witness: async () => {
      // Whoever reads warnings reads them behind the witness.
      const isSteady = !(await anyChanged(files));
      if (!isSteady && !warnings.some(({ code }) => code === 'vendor-file-growing')) warnings.push({ code: 'vendor-file-growing' });
      const [before, after] = [factsOf(files), factsOf(isSteady ? files : await filesAt(paths))];
      const witness: Witness = {
        takenAt: context.clock.now().toISOString(),
        facts: before,
        atMost: isSteady ? [] : after,
        isExact: isSteady,
        environment: { filesOfPattern: String(series.earlier.length + 1) },
      };
      return witness;
    },
    isConsistent: !warnings.some(({ code }) => code === 'vendor-file-growing'),
    warnings,
    release: async () => await Promise.resolve(),
  };
}

async function anyChanged(files: readonly Parameters<typeof hasChanged>[0][]): Promise<boolean> {
  const changes = await Promise.all(files.map((file) => hasChanged(file).catch(() => true)));
  return changes.includes(true);
}
