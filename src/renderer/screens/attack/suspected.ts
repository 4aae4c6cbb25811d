import type { OwnerClient } from '../../api/index.ts';

/** What was done when an attack was feared. */
export type Suspected = Awaited<ReturnType<OwnerClient['status']['suspectAttack']>>;
