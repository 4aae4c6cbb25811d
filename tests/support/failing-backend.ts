import { type ErrorCode, LifeboatError } from '../../src/shared/errors/index.ts';
import type { Backend } from '../../src/main/engine/backend/index.ts';
import type { WriteKind } from './deadly-backend.ts';
import { InterceptedBackend, isWrite, type Request } from './intercepted-backend.ts';

/** What a place can suffer: the device is full, becomes read-only, takes the rights away, or is gone. */
export const FAULTS = {
  'no-space': { error: () => new LifeboatError('no-space', { path: 'place' }), hits: ({ operation }: Request) => operation === 'save' },
  'read-only': { error: () => new LifeboatError('read-only', { path: 'place' }), hits: isWrite },
  'permission-denied': { error: () => new LifeboatError('permission-denied', { path: 'place' }), hits: isWrite },
  'place-unreachable': {
    error: () => new LifeboatError('place-unreachable', { location: 'place', reason: 'ENODEV' }, { retryable: true }),
    hits: () => true,
  },
} as const satisfies Partial<Record<ErrorCode, { error: () => LifeboatError; hits: (request: Request) => boolean }>>;
export type Fault = keyof typeof FAULTS;

/** A fault that begins with the n-th save, counted from 1, and stays. */
export interface PlannedFault {
  fault: Fault;
  save: number;
}

/** A place that suffers a planned fault, and whether it has come to that. */
export function failingBackend(inner: Backend, { fault, save }: PlannedFault): { backend: Backend; met: () => WriteKind | undefined } {
  const { error, hits } = FAULTS[fault];
  let saves = 0;
  let met: WriteKind | undefined;
  const backend = new InterceptedBackend(inner, async (request, proceed) => {
    if (met === undefined && request.operation === 'save' && ++saves === save) met = `save ${request.handle.type}`;
    if (met !== undefined && hits(request)) throw error();
    return await proceed();
  });
  return { backend, met: () => met };
}
