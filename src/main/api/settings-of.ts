import type { Settings } from '../../shared/model/installation.ts';
import { defaultSettings } from '../../shared/model/tier-defaults.ts';
import type { AppServices } from './services.ts';

/** The settings, or what they are before anybody has set them. */
export function settingsOf({ store }: Pick<AppServices, 'store'>): Settings {
  return store.settings.get() ?? defaultSettings(store.pharmacy.get()?.openingHours ?? {});
}
