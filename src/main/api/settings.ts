import { LifeboatError } from '../../shared/errors/index.ts';
import { api } from './context.ts';
import type { AppServices } from './services.ts';
import { settingsOf } from './settings-of.ts';

export function settingsApi(services: AppServices) {
  const { store } = services;
  return {
    get: api.settings.get.handler(() => ({ pharmacy: store.pharmacy.get(), settings: settingsOf(services) })),
    setPharmacy: api.settings.setPharmacy.handler(({ input }) => {
      store.pharmacy.set(input);
      services.settingsChanged();
    }),
    set: api.settings.set.handler(({ input }) => {
      store.settings.set(input);
      services.settingsChanged();
    }),
    setMailPassword: api.settings.setMailPassword.handler(async ({ input }) => await services.setMailPassword(input.password)),
    testMail: api.settings.testMail.handler(async ({ input }) => await services.sendTestMail(input.to)),
  };
}

export function peopleApi(services: AppServices) {
  const { store } = services;
  return {
    list: api.people.list.handler(() => [...store.people.list()]),
    put: api.people.put.handler(({ input }) => {
      if (input.role !== 'owner') assertOwnerStays(services, input.id);
      const before = store.people.get(input.id);
      // Another address has to be confirmed again.
      const confirmed = before?.email === input.email ? before?.emailConfirmedAt : undefined;
      store.people.put({ ...input, ...(confirmed !== undefined && { emailConfirmedAt: confirmed }) });
      services.settingsChanged();
    }),
    remove: api.people.remove.handler(({ input }) => {
      assertOwnerStays(services, input.id);
      store.people.remove(input.id);
      services.settingsChanged();
    }),
    sendCode: api.people.sendCode.handler(async ({ input }) => await services.sendCode(input.id)),
    confirmCode: api.people.confirmCode.handler(({ input }) => {
      const confirmed = services.confirmCode(input.id, input.code);
      const person = store.people.get(input.id);
      if (confirmed && person) store.people.put({ ...person, emailConfirmedAt: services.clock.now().toISOString() });
      if (confirmed) services.settingsChanged();
      return { confirmed };
    }),
  };
}

/** Somebody has to own the pharmacy, before and after. */
function assertOwnerStays({ store }: AppServices, id: string): void {
  const owners = store.people.list().filter(({ role }) => role === 'owner');
  if (owners.length === 1 && owners[0]?.id === id) {
    throw new LifeboatError('value-invalid', { name: 'person', value: id, expected: 'somebody other than the only owner' });
  }
}
