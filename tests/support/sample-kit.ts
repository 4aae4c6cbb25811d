import type { KitContents } from '../../src/main/reports/index.ts';
import { accessFingerprint, newRecoveryKey, sealForKit } from '../../src/main/vault/index.ts';
import type { Destination } from '../../src/shared/model/destination.ts';
import { type KitAccess, kitPlaces } from '../../src/shared/model/recovery-kit.ts';

export const SAMPLE_ACCESS: KitAccess = {
  azure: [
    {
      account: 'hollisterrx',
      container: 'lifeboat-copies',
      prefix: 'main-street',
      token:
        'sv=2026-10-06&st=2026-11-01T08%3A00%3A00Z&se=2028-11-01T08%3A00%3A00Z&sr=c&sp=rl&spr=https&sig=Zk3%2Bq0yQ1V9oXb2nH7c4LwT8eRjMdGfSaUiPxKvNzB0%3D',
    },
  ],
};

export const SAMPLE_DESTINATIONS: readonly Destination[] = [
  { id: 'nas', name: 'Office NAS', kind: 'network-folder', site: 'on-site', isolation: 'online', path: '\\\\NAS01\\Backup\\Lifeboat' },
  {
    id: 'drives',
    name: 'Drives in the safe',
    kind: 'usb-set',
    site: 'off-site',
    isolation: 'offline',
    awayLimitDays: 7,
    disks: ['A', 'B'].map((letter) => ({ id: letter.toLowerCase(), label: `Drive ${letter}`, marker: `the marker of ${letter}` })),
  },
  {
    id: 'azure',
    name: 'Cloud',
    kind: 'azure',
    site: 'off-site',
    isolation: 'immutable',
    account: 'hollisterrx',
    container: 'lifeboat-copies',
    prefix: 'main-street',
  },
];

/** A pharmacy's recovery kit with a new key. */
export async function sampleKit(changes: Partial<KitContents> = {}): Promise<KitContents> {
  const recoveryKey = changes.recoveryKey ?? newRecoveryKey();
  return {
    pharmacy: 'Hollister Pharmacy',
    holder: 'owner',
    madeAt: '2026-11-24T18:00:00Z',
    timeZone: 'America/Chicago',
    recoveryKey,
    places: kitPlaces(SAMPLE_DESTINATIONS, () => 'Lifeboat/repository'),
    access: accessFingerprint(SAMPLE_ACCESS),
    sealedAccess: await sealForKit(SAMPLE_ACCESS, recoveryKey),
    ...changes,
  };
}
