import { useQuery } from '@tanstack/react-query';
import type { Source } from '../../../../shared/model/source.ts';
import { useApi } from '../../../api/index.ts';
import { useSetup } from '../use-setup.ts';
import { type KeptLine, keptOf, linesOf, type SourceLine } from './lines-of.ts';

export interface SourceLines {
  lines: SourceLine[];
  isLooking: boolean;
  error: unknown;
  lookAgain: () => void;
  /** Changes lines by the ids of their sources, and keeps that. */
  change: (id: string, change: Partial<Pick<SourceLine, 'source' | 'isChosen' | 'bytes' | 'testedAt'>>) => void;
}

/** The list of what is and could be protected. The PC is looked through once for each visit, not at each change. */
export function useSourceLines(stored: readonly Source[]): SourceLines {
  const { state, change } = useSetup();
  const api = useApi();
  const detection = useQuery({
    queryKey: ['setup', 'detection'],
    queryFn: async ({ signal }) => await api.sources.detect.call(undefined, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const kept = state.draft.sources ?? [];
  const lines = linesOf({ stored, found: detection.data ?? [], kept });
  return {
    lines,
    isLooking: detection.isFetching,
    error: detection.error,
    lookAgain: () => void detection.refetch(),
    change: (id, more) => {
      const changed = keptOf(lines.map((line) => (line.source.id === id ? { ...line, ...more } : line)));
      const others = kept.filter((one) => !changed.some(({ source }) => source.id === one.source.id));
      change({ sources: withNew(id, more, [...changed, ...others]) });
    },
  };
}

/** A source that was stored this very moment is in no list yet. */
function withNew(id: string, { source, ...more }: Partial<SourceLine>, kept: KeptLine[]): KeptLine[] {
  if (source === undefined || kept.some((one) => one.source.id === id)) return kept;
  const { bytes, testedAt } = more;
  return [...kept, { source, isChosen: true, ...(bytes !== undefined && { bytes }), ...(testedAt !== undefined && { testedAt }) }];
}
