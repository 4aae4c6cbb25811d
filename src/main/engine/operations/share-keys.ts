import { timingSafeEqual } from 'node:crypto';
import { LifeboatError } from '../../../shared/errors/index.ts';
import type { MasterKeys } from '../crypto/index.ts';
import type { Id } from '../format/id.ts';
import { listKeys } from '../repository/index.ts';
import type { AppendingSession, ReadingSession } from '../session.ts';

/**
 * Gives a repository the key files that another with the same master keys has and it lacks, so that every password of
 * the one opens the other; the ids of those added. `except` are not given. `wrong-password` if the master keys differ:
 * such key files would open nothing.
 */
export async function shareKeys(from: ReadingSession, to: AppendingSession, except: readonly Id[] = []): Promise<Id[]> {
  const [source, target] = [from.repository.keyRing, to.repository.keyRing];
  if (!areSame(source.masterKeys, target.masterKeys)) throw new LifeboatError('wrong-password', { location: target.backend.location });
  const there = new Set((await listKeys(target.backend, to.signal)).map(({ id }) => id));
  const added: Id[] = [];
  for (const { id, file } of await listKeys(source.backend, from.signal)) {
    // A damaged one opens nothing.
    if (file === undefined || there.has(id) || except.includes(id)) continue;
    const bytes = await source.backend.load({ type: 'keys', name: id }, undefined, from.signal);
    await target.backend.save({ type: 'keys', name: id }, [bytes], to.signal);
    added.push(id);
  }
  return added;
}

function areSame(a: MasterKeys, b: MasterKeys): boolean {
  return timingSafeEqual(a.encrypt, b.encrypt) && timingSafeEqual(a.macK, b.macK) && timingSafeEqual(a.macR, b.macR);
}
