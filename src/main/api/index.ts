import { api } from './context.ts';
import { destinationsApi } from './destinations.ts';
import { kitApi, recoveryApi } from './kit.ts';
import { restoreApi } from './restore.ts';
import { runsApi } from './runs.ts';
import type { AppServices } from './services.ts';
import { peopleApi, settingsApi } from './settings.ts';
import { setupApi } from './setup.ts';
import { sourcesApi } from './sources.ts';
import { statusApi } from './status.ts';
import { systemApi } from './system.ts';
import { updatesApi } from './updates.ts';

export type { ApiContext } from './context.ts';
export { UPDATED_FROM } from './status.ts';
export { noUpdates, noWishes, type UpdateDesk } from './update-desk.ts';
export type { AppServices, ChangeKind } from './services.ts';

/** Implements the whole contract over the app's services. */
export function createApi(services: AppServices) {
  return api.router({
    status: statusApi(services),
    settings: settingsApi(services),
    people: peopleApi(services),
    sources: sourcesApi(services),
    destinations: destinationsApi(services),
    runs: runsApi(services),
    restore: restoreApi(services),
    kit: kitApi(services),
    recovery: recoveryApi(services),
    setup: setupApi(services),
    system: systemApi(services),
    updates: updatesApi(services),
  });
}
export type Api = ReturnType<typeof createApi>;
