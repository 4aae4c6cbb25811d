import { profileAt } from '../../../src/main/profile/index.ts';
import { type ConnectedFace, connectFace } from '../../../src/main/web/index.ts';

/** A terminal beside the page: asks the served app of a profile through its local socket. */
export async function faceOf(profile: string): Promise<ConnectedFace> {
  const face = await connectFace(profileAt(profile));
  if (face === undefined) throw new Error('Nobody serves this profile.');
  return face;
}
