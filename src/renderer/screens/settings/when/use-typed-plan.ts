import { useState } from 'react';
import type { Settings } from '../../../../shared/model/installation.ts';
import type { OpeningHours } from '../../../../shared/model/schedule.ts';
import { policiesOf } from '../../../../shared/model/tier-defaults.ts';
import { type Tier, TIERS, type TierPolicy } from '../../../../shared/model/tier.ts';
import { bandwidthOf, isRate, retentionOf, typedBandwidth, typedKeep, type TypedKeeps } from '../../../components/tiers-form/index.ts';
import { useChangeSettings } from '../use-settings.ts';
import { areQuietHours } from './quiet-hours-of.ts';

/** When backups run, what is promised and kept, and the line, as they stand in the form. */
export interface TypedPlan {
  tiers: TierPolicy[];
  keeps: TypedKeeps;
  profile: Settings['profile'];
  bandwidth: ReturnType<typeof typedBandwidth>;
  quietHours: Settings['quietHours'];
}

/** The form's content, and saving it. `tiers` are the policies as they would be saved; a number that cannot be read leaves the stored one. */
export function useTypedPlan(settings: Settings, hours: OpeningHours) {
  const work = useChangeSettings();
  const [typed, setTyped] = useState(() => typedPlan(settings, hours));
  const [isChanged, setChanged] = useState(false);
  const put = (more: Partial<TypedPlan>): void => {
    setTyped({ ...typed, ...more });
    setChanged(true);
  };
  const save = (): void => {
    const { profile, bandwidth, quietHours } = typed;
    if (!isSound(typed)) return;
    work.mutate((now) => ({ ...now, tiers: tiersOf(typed), profile, bandwidth: bandwidthOf(bandwidth), quietHours }), {
      onSuccess: () => setChanged(false),
    });
  };
  return { typed, tiers: tiersOf(typed), put, save, work, isChanged };
}

/** Of every tier what a policy says. */
export function keepsOf(tiers: readonly TierPolicy[]): TypedKeeps {
  const of = (tier: Tier) => typedKeep(tiers.find((one) => one.tier === tier)?.retention ?? {});
  return { critical: of('critical'), important: of('important'), standard: of('standard') };
}

function typedPlan(settings: Settings, hours: OpeningHours): TypedPlan {
  const { tiers, profile, bandwidth, quietHours } = settings;
  const policies = policiesOf({ tiers, profile: 'standard' }, hours).toSorted((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
  return { tiers: policies, keeps: keepsOf(policies), profile, bandwidth: typedBandwidth(bandwidth), quietHours };
}

function tiersOf({ tiers, keeps }: TypedPlan): TierPolicy[] {
  return tiers.map((policy) => ({ ...policy, retention: retentionOf(keeps[policy.tier]) ?? policy.retention }));
}

function isSound({ keeps, bandwidth, quietHours }: TypedPlan): boolean {
  const isKept = Object.values(keeps).every((keep) => retentionOf(keep) !== undefined);
  return isKept && isRate(bandwidth.whileOpen) && isRate(bandwidth.whileClosed) && areQuietHours(quietHours);
}
