import type { Clock } from '../../../shared/model/clock.ts';
import { AzureBackend, type AzureCredentials } from './azure/index.ts';
import type { Backend } from './backend.ts';
import { CachedBackend } from './cache/index.ts';
import { type Bandwidth, LimitedBackend } from './limiter/index.ts';
import { LocalBackend } from './local/local-backend.ts';
import { parseLocation } from './location.ts';
import { RetryBackend, type RetryOptions } from './retry/index.ts';

/** What places of any kind may need to be opened. */
export interface PlaceOptions {
  /** For `azure:` locations. */
  azure?: AzureCredentials;
  /** Requests at a time to a place on the network. */
  connections?: number;
  /** Folder for copies of index and snapshot files of places on the network; without one nothing is kept. */
  cacheFolder?: string;
}

/** What a driver gets of the engine. */
export interface Surroundings {
  clock: Clock;
  bandwidth: Bandwidth;
  /** Hears of each pause before a request is made again. */
  onWait?: RetryOptions['onWait'];
}

/** The driver for a location. Touches nothing yet: whether the place is there shows at the first request. */
export function openBackend(location: string, options: PlaceOptions & Surroundings): Backend {
  const place = parseLocation(location);
  if (place.kind === 'local') return new LimitedBackend(new LocalBackend(place.path), options.bandwidth);
  const { azure: credentials, cacheFolder: folder, ...others } = options;
  const container = new AzureBackend({ ...place, ...others, credentials });
  const steady = new RetryBackend(container, options);
  return folder === undefined ? steady : new CachedBackend(steady, { folder, key: container.address });
}
