import type { OwnerClient } from '../../../api/index.ts';

/** A place with the state of its repositories. */
export type ListedPlace = Awaited<ReturnType<OwnerClient['destinations']['list']>>[number];
