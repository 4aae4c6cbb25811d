import type { RunLine } from '../../../../shared/model/run-line.ts';
import { type ProtectionVoice, tierName } from '../../../../shared/text/index.ts';
import type { RunsTexts } from '../../../../shared/text/screens/runs/index.ts';

/** Names that are said one by one; of more only the first are. */
const MOST_NAMES = 3;

/** What a run was, in a few words. */
export function whatRan({ run, kinds, sources }: RunLine, texts: RunsTexts, names: ProtectionVoice): string {
  if (run.tier !== undefined) return texts.what.tier(tierName(run.tier, names.language));
  if (kinds.includes('backup') || kinds.includes('copy')) return texts.what.backup(sourceNames(sources, texts, names));
  if (kinds.includes('restore')) return texts.what.restore;
  if (kinds.includes('proof')) return texts.what.proof;
  return kinds.length === 1 && kinds[0] === 'seal' ? texts.what.seal : texts.what.upkeep;
}

function sourceNames(sources: readonly string[], { and, others }: RunsTexts, { sourceName }: ProtectionVoice): string {
  const all = sources.map((source) => sourceName(source) ?? source);
  if (all.length < 2) return all.join('');
  const more = all.length - MOST_NAMES;
  if (more > 0) return others(all.slice(0, MOST_NAMES).join(', '), more);
  return `${all.slice(0, -1).join(', ')} ${and} ${all.at(-1)}`;
}
