import { defaultSettings, policiesOf } from '../../shared/model/tier-defaults.ts';
import type { TierPolicy } from '../../shared/model/tier.ts';
import type { Store } from '../store/index.ts';

/** What is promised for each tier now, with the profile's strictness. */
export function policiesNow({ pharmacy, settings }: Pick<Store, 'pharmacy' | 'settings'>): TierPolicy[] {
  const hours = pharmacy.get()?.openingHours ?? {};
  return policiesOf(settings.get() ?? defaultSettings(hours), hours);
}
