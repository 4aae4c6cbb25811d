import type { AppendingSession, Place, ReadingSession } from '../engine/index.ts';
import type { Invocation } from './invocation.ts';
import { fromAzureCredentials } from './options/network.ts';
import { type FromOptions, fromLocation, fromPasswordSources } from './options/from.ts';
import { readPassword } from './options/password.ts';
import type { Watch } from './present/watch.ts';

/** A second repository and its password. */
export interface Source {
  place: Place;
  password: string;
}

/**
 * The repository that options name as the source, once it is known to be there. Its password is the one given for it, else
 * the one given for the repository, since copies have the same keys; else it is asked for.
 */
export async function sourceOf(invocation: Invocation, options: FromOptions): Promise<Source> {
  const { environment } = invocation.surroundings;
  const azure = fromAzureCredentials(environment);
  const place: Place = { location: fromLocation(options, environment), ...(azure && { azure }) };
  await invocation.engine.assertPresent(place, invocation.signal);
  const given = await readPassword(fromPasswordSources(options, environment), invocation.signal);
  return { place, password: given ?? (await invocation.password(invocation.texts.prompts.sourcePassword)) };
}

/** Opens a source for reading, lets `work` use it, and gives its lock back whatever happens. Without `lock` none is taken. */
export async function withSource<T>(
  invocation: Invocation,
  { place, password }: Source,
  work: (source: ReadingSession, watch: Watch) => Promise<T>,
  lock = invocation.globals.lock !== false,
): Promise<T> {
  const { globals } = invocation;
  const waiting = globals.retryLock === undefined ? {} : { retryLock: globals.retryLock };
  const watch = invocation.watch();
  try {
    const options = { ...invocation.hooks(watch), lock, ...waiting };
    const source = await invocation.engine.open(place, password, 'reading', options);
    try {
      return await work(source, watch);
    } finally {
      await source.close();
    }
  } finally {
    watch.stop();
  }
}

/** Opens a source and the repository itself. Both passwords are known before either is locked. */
export async function withSourceAndTarget<T>(
  invocation: Invocation,
  options: FromOptions,
  work: (source: ReadingSession, target: AppendingSession, watch: Watch) => Promise<T>,
): Promise<T> {
  const { engine, globals } = invocation;
  const location = invocation.location();
  const source = await sourceOf(invocation, options);
  await engine.assertPresent(location, invocation.signal);
  const password = await invocation.password();
  const waiting = globals.retryLock === undefined ? {} : { retryLock: globals.retryLock };
  return await withSource(invocation, source, async (from, watch) => {
    const to = await engine.open(location, password, 'appending', { ...invocation.hooks(watch), ...waiting });
    try {
      return await work(from, to, watch);
    } finally {
      await to.close();
    }
  });
}
