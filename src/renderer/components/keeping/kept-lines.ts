import type { MadePoint } from '../../../shared/model/timeline.ts';
import { type KeepingTexts, momentWords, type ProtectionVoice } from '../../../shared/text/index.ts';

/** Whether each restore point of one moment is kept, by whom and why; once, where that is the same for all. */
export function keptLines(
  points: readonly MadePoint[],
  texts: KeepingTexts,
  names: Pick<ProtectionVoice, 'language' | 'timeZone' | 'sourceName'> & { personName: (id: string) => string | undefined },
): string[] {
  const words = ({ kept }: MadePoint): string => {
    if (kept === undefined) return texts.notKept;
    const by = kept.by === undefined ? undefined : (names.personName(kept.by) ?? kept.by);
    const why = texts.kept[kept.reason](momentWords(kept.at, names.language, names.timeZone), by);
    return kept.note === undefined ? why : `${why} ${texts.note(kept.note)}`;
  };
  const all = new Set(points.map(words));
  if (all.size < 2) return [...all];
  return points.map((point) => texts.of(names.sourceName(point.source) ?? point.source, words(point)));
}
