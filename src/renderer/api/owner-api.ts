import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { createContext, use } from 'react';
import type { OwnerClient } from './line.ts';

/** The contract as query and mutation options: `useQuery(api.status.get.queryOptions())`. */
export type OwnerApi = ReturnType<typeof createOwnerApi>;

export function createOwnerApi(client: OwnerClient) {
  return createTanstackQueryUtils(client);
}

export const OwnerApiContext = createContext<OwnerApi | undefined>(undefined);

/** The contract of the owner process, ready for `useQuery` and `useMutation`. */
export function useApi(): OwnerApi {
  const api = use(OwnerApiContext);
  if (api === undefined) throw new Error('There is no owner API around this component.');
  return api;
}
