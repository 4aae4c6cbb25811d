import { putSource, removeSource, selfTestSource, setAside, setAsideSources, testSourceNow } from '../setup/index.ts';
import { unprotected } from '../sources/index.ts';
import { api } from './context.ts';
import type { AppServices } from './services.ts';

export function sourcesApi(services: AppServices) {
  const { store, setup } = services;
  return {
    list: api.sources.list.handler(() => [...store.sources.list()]),
    detect: api.sources.detect.handler(async ({ signal }) => {
      const found = await setup.host.detect(signal ? { signal } : {});
      const open = new Set(unprotected(found, store.sources.list()));
      const asked = new Set(unprotected(found, setAsideSources(setup)));
      return found.map((one) => ({ ...one, isProtected: !open.has(one), isSetAside: !asked.has(one) }));
    }),
    setAside: api.sources.setAside.handler(async ({ input }) => {
      await setAside(setup, input.sources);
      services.settingsChanged();
    }),
    test: api.sources.test.handler(async ({ input }) => await testSourceNow(setup, input.source, input.credentials)),
    selfTest: api.sources.selfTest.handler(async ({ input }) => await selfTestSource(setup, input.id)),
    put: api.sources.put.handler(async ({ input }) => {
      await putSource(setup, input.source, input.credentials);
      services.settingsChanged();
    }),
    remove: api.sources.remove.handler(async ({ input }) => {
      await removeSource(setup, input.id);
      services.settingsChanged();
    }),
  };
}
