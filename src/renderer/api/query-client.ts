import { QueryClient } from '@tanstack/react-query';

/** Milliseconds for which an answer counts as fresh; whatever changes is told, so this only bounds what a lost message costs. */
const FRESH = 60_000;

/** Answers of the owner process as the page keeps them. The owner is on this machine: whether there is an internet does not matter. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: FRESH, refetchOnWindowFocus: true, throwOnError: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
