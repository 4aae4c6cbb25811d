import type { Destination, Probe } from '../../../shared/model/destination.ts';
import { probePlace } from '../../engine/index.ts';
import type { HostHooks, Place } from '../engine-host.ts';
import type { Ground } from './ground.ts';

/** Tries a place as a destination of this pharmacy. */
export async function probe(
  ground: Ground,
  { at, destination }: { at: Place; destination: Destination },
  hooks: HostHooks,
): Promise<Probe> {
  const { hasImmutabilityPolicy = false, ...found } = await probePlace(at, ground.clock, hooks.signal);
  // What is unplugged most of the time is out of reach of this PC then, whatever it may do while it is here.
  const isOutOfReach = destination.isolation === 'offline' || hasImmutabilityPolicy;
  return { at: ground.clock.now().toISOString(), ...found, canDestroy: found.canDestroy && !isOutOfReach };
}
