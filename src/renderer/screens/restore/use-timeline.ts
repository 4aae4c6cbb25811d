import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '../../api/index.ts';
import { itemsOf, type WishedItems } from './items.ts';
import { useWish } from './wish-context.ts';

/** Every restore point there is. */
export function useTimeline() {
  return useQuery(useApi().restore.timeline.queryOptions({ input: {} }));
}

/** What the wish comes to; undefined until the restore points and sources are known. */
export function useWishedItems(): WishedItems | undefined {
  const { wish } = useWish();
  const { data: timeline } = useTimeline();
  const { data: sources } = useQuery(useApi().sources.list.queryOptions());
  return useMemo(() => (timeline && sources ? itemsOf(wish, timeline, sources) : undefined), [wish, timeline, sources]);
}
