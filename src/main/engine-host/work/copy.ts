import { copy } from '../../engine/index.ts';
import type { HostCopyRequest, HostCopyResult, HostHooks } from '../engine-host.ts';
import { type Ground, within } from './ground.ts';
import { assertInCharge } from './in-charge.ts';

/** Brings snapshots from one repository to another, blob for blob. */
export async function copyPoints(ground: Ground, request: HostCopyRequest, hooks: HostHooks): Promise<HostCopyResult> {
  return await within(
    ground,
    request.from,
    'reading',
    hooks,
    async (from) =>
      await within(ground, request.to, 'appending', hooks, async (to) => {
        await assertInCharge(to, { at: request.to, installation: request.installation });
        const result = await copy(from, to, request.snapshots ? { snapshots: request.snapshots } : {}, hooks);
        const { copied, present, damaged, unreadable, bytesCopied, bytesStored } = result;
        return { copied: [...present, ...copied], damaged: [...damaged, ...unreadable], bytesCopied, bytesStored };
      }),
  );
}
