import type { SourceOf } from '../../../shared/model/source.ts';
import type { LiveState, SourceContext } from '../kind.ts';
import { factsOf } from './facts.ts';
import { findings } from './findings.ts';
import { seekSeries } from './series.ts';

/** The vendor's newest backup as it is now. Undefined: there is none. Healthy: recent, of its usual size, and it opens. */
export async function look(source: SourceOf<'vendor-file'>, context: SourceContext): Promise<LiveState | undefined> {
  const series = await seekSeries(source, context.signal);
  if (series === undefined) return undefined;
  const codes = (await findings(source, series, context)).map(({ code }) => code);
  const facts = factsOf([series.newest, ...series.companions]);
  return {
    isHealthy: codes.length === 0,
    isInUse: codes.includes('vendor-file-growing'),
    witness: { takenAt: context.clock.now().toISOString(), facts, isExact: true, atMost: [], environment: {} },
  };
}
