import { finishSetup, keepSetup, setupState } from '../setup/index.ts';
import { api } from './context.ts';
import type { AppServices } from './services.ts';

export function setupApi(services: AppServices) {
  const { setup } = services;
  return {
    state: api.setup.state.handler(() => setupState(setup)),
    keep: api.setup.keep.handler(({ input }) => keepSetup(setup, input)),
    finish: api.setup.finish.handler(() => {
      finishSetup(setup);
      services.settingsChanged();
    }),
  };
}
