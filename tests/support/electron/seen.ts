import type { Status } from '../../../src/shared/contract/index.ts';
import type { Alert } from '../../../src/shared/model/installation.ts';
import type { Reason } from '../../../src/shared/model/protection.ts';
import type { Seen } from '../../../src/main/electron/status/seen.ts';

export const NOW = new Date('2026-11-24T16:00:00Z');

/** What the desktop sees of a pharmacy; all is well unless said otherwise. */
export function seen({
  status = {},
  reasons = [],
  ...rest
}: { status?: Partial<Status>; reasons?: Reason[] } & Partial<Omit<Seen, 'status'>> = {}): Seen {
  const isRed = reasons.some(({ severity }) => severity === 'red');
  const isAmber = reasons.some(({ severity }) => severity === 'amber');
  return {
    status: {
      isSetUp: true,
      protection: {
        at: NOW.toISOString(),
        state: isRed ? 'not-protected' : isAmber ? 'needs-attention' : 'protected',
        reasons,
        disasters: [],
        coverage: [],
        threeTwoOne: { copies: 3, kinds: 2, offSite: 1, indestructible: 1, errors: 0, isMet: true },
        space: [],
      },
      nextRuns: [],
      working: [],
      alerts: [],
      owner: { account: 'ana', background: false },
      version: '0.1.0',
      ...status,
    },
    voice: { language: 'en', timeZone: 'America/Chicago', sourceName: () => 'Dispensing database', placeName: () => 'Drive B' },
    disks: [],
    ...rest,
  };
}

export function alert(id: string, changes: Partial<Alert> = {}): Alert {
  return { id, key: id, code: 'backup-failing', severity: 'red', raisedAt: NOW.toISOString(), ...changes };
}
