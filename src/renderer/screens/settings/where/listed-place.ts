import type { OwnerClient } from '../../../api/index.ts';

/** A place with its repositories as they are now. */
export type ListedPlace = Awaited<ReturnType<OwnerClient['destinations']['list']>>[number];
