import { lastRenewal, waitingPlaces } from '../protection/index.ts';
import { areDisksOnly, forgetRetired, renewalFacts, retiredCopies } from '../setup/index.ts';
import { api } from './context.ts';
import type { AppServices } from './services.ts';

export function kitApi(services: AppServices) {
  const { kit, store, setup } = services;
  return {
    state: api.kit.state.handler(() => ({
      records: [...store.notes.kitRecords()],
      tests: [...store.notes.kitTests()],
      staleHolders: kit.staleHolders(),
      holders: (['owner', 'pharmacist-in-charge'] as const).map((holder) => ({
        holder,
        people: store.people.list().flatMap(({ name, role }) => (role === holder ? [name] : [])),
      })),
    })),
    make: api.kit.make.handler(async ({ input }) => {
      const { pdf, waiting } = await kit.make(input.holder);
      return { pdf: pdf.toString('base64'), waiting };
    }),
    save: api.kit.save.handler(async ({ input }) => ({ waiting: await kit.save(input.holder, input.path) })),
    test: api.kit.test.handler(async ({ input }) => await kit.test(input.holder, input.key)),
    leak: api.kit.leak.handler(async () => await renewalFacts(setup)),
    declareLeaked: api.kit.declareLeaked.handler(async ({ context }) => {
      const started = await services.beginAnew(context.person);
      services.settingsChanged();
      return { ...(started && { run: started.id }) };
    }),
    retired: api.kit.retired.handler(() => {
      const renewal = lastRenewal(store);
      const isDisksOnly = areDisksOnly(setup);
      return { ...(renewal && { since: renewal.at }), waiting: waitingPlaces(store), isDisksOnly, copies: retiredCopies(setup) };
    }),
    forgetRetired: api.kit.forgetRetired.handler(async ({ input }) => {
      await forgetRetired(setup, input.id);
      services.settingsChanged();
    }),
  };
}

export function recoveryApi(services: AppServices) {
  const { recovery } = services;
  return {
    state: api.recovery.state.handler(() => ({ isPossible: recovery.isPossible() })),
    find: api.recovery.find.handler(async () => await recovery.find()),
    open: api.recovery.open.handler(async ({ input }) => await recovery.open(input)),
    inspect: api.recovery.inspect.handler(async ({ input }) => await recovery.inspect(input)),
    unlock: api.recovery.unlock.handler(async ({ input: { recoveryKey, ...ref } }) => {
      await recovery.unlock(ref, recoveryKey);
      services.settingsChanged();
    }),
    takeOver: api.recovery.takeOver.handler(async ({ input }) => {
      const taken = await recovery.takeOver(input);
      services.tookOver();
      return taken;
    }),
  };
}
