import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useApi } from '../../api/index.ts';
import type { PlannedItem, RestorePlan } from './plan-facts.ts';

/** What each of these restores would do: looked at once, and again when somebody asks for it. */
export function usePlans(items: readonly PlannedItem[]): UseQueryResult<RestorePlan>[] {
  const { plan } = useApi().restore;
  // Looking opens copies and live databases: not each time the window is come back to.
  return useQueries({
    queries: items.map(({ item }) => plan.queryOptions({ input: item, refetchOnWindowFocus: false, refetchOnReconnect: false, gcTime: 0 })),
  });
}
