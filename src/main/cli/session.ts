import type { Access, Sessions } from '../engine/index.ts';
import type { Invocation } from './invocation.ts';
import type { Watch } from './present/watch.ts';

/** Opens the repository, lets `work` use it, and gives the lock back whatever happens. `cache` false: to look into the place itself; `eager`: see the engine. */
export async function withSession<A extends Access, T>(
  invocation: Invocation,
  access: A,
  work: (session: Sessions[A], watch: Watch) => Promise<T>,
  options: { cache?: boolean; eager?: boolean } = {},
): Promise<T> {
  const { engine, globals } = invocation;
  const location = invocation.location();
  await engine.assertPresent(location, invocation.signal);
  const password = await invocation.password();
  const watch = invocation.watch();
  const waiting = globals.retryLock === undefined ? {} : { retryLock: globals.retryLock };
  try {
    const opening = { ...invocation.hooks(watch), ...options, ...waiting, lock: globals.lock !== false };
    const session = await engine.open(location, password, access, opening);
    try {
      return await work(session, watch);
    } finally {
      await session.close();
    }
  } finally {
    watch.stop();
  }
}
