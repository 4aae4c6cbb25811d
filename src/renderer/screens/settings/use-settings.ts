import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Settings } from '../../../shared/model/installation.ts';
import { useApi } from '../../api/index.ts';

/** The settings as they are stored. */
export function useStoredSettings() {
  return useQuery(useApi().settings.get.queryOptions());
}

/** Changes some of the settings; what another face changed meanwhile stays. */
export function useChangeSettings() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (change: (settings: Settings) => Settings) => {
      const { settings } = await api.settings.get.call();
      await api.settings.set.call(change(settings));
    },
    onSuccess: async () => await queries.invalidateQueries({ queryKey: api.settings.key() }),
  });
}
