import { mkdirSync, writeFileSync } from 'node:fs';
import type { Backend, Handle } from '../../src/main/engine/backend/index.ts';
import { placeOf, temporaryName } from '../../src/main/engine/backend/local/layout.ts';
import { InterceptedBackend, isWrite, type Request } from './intercepted-backend.ts';

/** When, around a write, a process dies. `half-way`: half of the file stands under a temporary name, as a local save leaves it. */
export type Moment = 'before' | 'half-way' | 'after';
export const MOMENTS: readonly Moment[] = ['before', 'half-way', 'after'];

/** The write that a process does not survive, counted from 1. */
export interface Death {
  write: number;
  moment: Moment;
}

/** A kind of write, such as `save index`. */
export type WriteKind = `${Request['operation']} ${Handle['type']}`;

/**
 * A local place at which the process dies at its n-th save or removal; from then on no request comes back, whatever
 * else the process had under way. A removal has no half: there `half-way` is `before`.
 */
export function deadlyBackend(inner: Backend, { write, moment }: Death, onDeath: (kind: WriteKind) => void): Backend {
  let writes = 0;
  let isDead = false;
  const never = (): Promise<never> => new Promise(() => undefined);
  return new InterceptedBackend(inner, async (request, proceed) => {
    if (isDead) return await never();
    if (!isWrite(request) || ++writes !== write) return await proceed();
    if (moment === 'half-way' && request.operation === 'save') leaveHalf(inner.location, request);
    if (moment === 'after') await proceed();
    isDead = true;
    onDeath(`${request.operation} ${request.handle.type}`);
    return await never();
  });
}

/** What a local save leaves when it is cut off. */
function leaveHalf(root: string, { handle, parts }: Request): void {
  const { folder, name } = placeOf(root, handle);
  const bytes = Buffer.concat(parts);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${temporaryName(name, 'c0ffee')}`, bytes.subarray(0, bytes.length / 2));
}
