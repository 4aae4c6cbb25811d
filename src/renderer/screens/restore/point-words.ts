import type { PointCopy } from '../../../shared/model/timeline.ts';
import type { ProtectionVoice } from '../../../shared/text/index.ts';

/** Names of the places that copies are at, each once: `Office NAS, Drive B`. */
export function placesOf(copies: readonly PointCopy[], { placeName }: Pick<ProtectionVoice, 'placeName'>): string {
  return [...new Set(copies.map(({ destination, disk }) => placeName(destination, disk) ?? destination))].join(', ');
}
