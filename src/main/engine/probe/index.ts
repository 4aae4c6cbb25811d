import type { Clock } from '../../../shared/model/clock.ts';
import { type AzureCredentials, parseLocation, probeAzure } from '../backend/index.ts';
import type { PlaceProbe } from './place-probe.ts';
import { probeFolder } from './probe-folder.ts';

export type { PlaceProbe } from './place-probe.ts';

/** Writes and reads back a little at a place, with or without a repository in it, and looks how it protects what lies there. */
export async function probePlace(
  place: { location: string; azure?: AzureCredentials },
  clock: Clock,
  signal?: AbortSignal,
): Promise<PlaceProbe> {
  const parsed = parseLocation(place.location);
  if (parsed.kind === 'local') return await probeFolder(parsed.path, clock, signal);
  const { container, prefix } = parsed;
  return await probeAzure({ container, prefix, credentials: place.azure, clock, ...(signal && { signal }) });
}
