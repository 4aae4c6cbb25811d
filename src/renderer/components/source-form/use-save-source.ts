import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Source } from '../../../shared/model/source.ts';
import { useApi } from '../../api/index.ts';

export interface SaveNeeds {
  /** The stored source that is changed. */
  before: Source | undefined;
  sources: readonly Source[];
  onSaved: (source: Source) => void;
}

/** Keeps a source. Sources that become members of a group are no sources of their own any more, and those that leave it are again. */
export function useSaveSource({ before, sources, onSaved }: SaveNeeds) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ source, credentials }: { source: Source; credentials: Record<string, Record<string, string>> }) => {
      const members = source.kind === 'group' ? source.members : [];
      const left = before?.kind === 'group' ? before.members.filter(({ id }) => !members.some((one) => one.id === id)) : [];
      for (const single of left) await api.sources.put.call({ source: single });
      // The group is there before its members go: their passwords stay.
      await api.sources.put.call({ source, credentials });
      for (const { id } of members) if (sources.some((one) => one.id === id)) await api.sources.remove.call({ id });
      await queries.invalidateQueries({ queryKey: api.sources.key() });
      return source;
    },
    onSuccess: onSaved,
  });
}
