import { estimateFirstUpload } from '../../shared/model/first-upload.ts';
import { finishSetup, keepSetup, setupState } from '../setup/index.ts';
import { openHoursADay } from '../scheduler/index.ts';
import { api } from './context.ts';
import type { AppServices } from './services.ts';
import { settingsOf } from './settings-of.ts';

export function setupApi(services: AppServices) {
  const { setup } = services;
  return {
    state: api.setup.state.handler(() => setupState(setup)),
    keep: api.setup.keep.handler(({ input }) => keepSetup(setup, input)),
    estimate: api.setup.estimate.handler(({ input }) => {
      const { openingHours = {} } = services.store.pharmacy.get() ?? {};
      return estimateFirstUpload({ ...input, limits: settingsOf(services).bandwidth, openHours: openHoursADay(openingHours) });
    }),
    finish: api.setup.finish.handler(() => {
      finishSetup(setup);
      services.settingsChanged();
    }),
  };
}
