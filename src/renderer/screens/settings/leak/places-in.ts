import type { RepositoryRef } from '../../../../shared/model/destination.ts';
import type { ProtectionVoice } from '../../../../shared/text/index.ts';

/** Places as people call them, in one line. */
export function placesIn(refs: readonly RepositoryRef[], { placeName }: Pick<ProtectionVoice, 'placeName'>): string {
  return refs.map(({ destination, disk }) => placeName(destination, disk) ?? disk ?? destination).join(', ');
}
