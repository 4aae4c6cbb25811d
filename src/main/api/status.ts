import { repositoryKey } from '../../shared/model/destination.ts';
import { attackIsOver, suspectAttack } from '../jobs/index.ts';
import { attackNow, FACT_FLAGS } from '../protection/index.ts';
import { isSetUp } from '../setup/index.ts';
import { api } from './context.ts';
import type { AppServices } from './services.ts';
import { settingsOf } from './settings-of.ts';

/** The flag with the version that ran before an update, until somebody has seen what is new. */
export const UPDATED_FROM = 'updated-from';

/** What Home shows, and the switches on it. */
export function statusApi(services: AppServices) {
  const { store } = services;
  return {
    get: api.status.get.handler(async () => {
      const pause = settingsOf(services).pause;
      const attack = attackNow(store);
      const updatedFrom = store.notes.flag(UPDATED_FROM);
      return {
        isSetUp: isSetUp(store),
        pharmacy: store.pharmacy.get()?.name,
        protection: await services.assess(),
        nextRuns: services.nextRuns().map(({ tier, at }) => ({ tier, at: at.toISOString() })),
        ...(pause && { pause }),
        working: store.history.runs({ statuses: ['running'] }).map(({ id }) => id),
        alerts: [...store.notes.alerts({ open: true })],
        ...(attack && { attack }),
        ...(updatedFrom !== undefined && { updatedFrom }),
        owner: services.owner,
        version: services.version,
        ...(services.deskMessages.failing && { deskMessages: services.deskMessages.failing }),
      };
    }),
    alive: api.status.alive.handler(() => undefined),
    changes: api.status.changes.handler(({ signal }) => services.changes(signal)),
    pause: api.status.pause.handler(({ input, context }) => {
      const by = context.person;
      store.settings.set({ ...settingsOf(services), pause: { until: input.until, ...(by !== undefined && { by }) } });
      services.settingsChanged();
    }),
    resume: api.status.resume.handler(() => {
      const { pause: _ended, ...settings } = settingsOf(services);
      store.settings.set(settings);
      services.settingsChanged();
    }),
    accept: api.status.accept.handler(({ input }) => {
      const { notes } = store;
      if (input.code === 'source-shrunk') notes.setFlag(FACT_FLAGS.shrinkAcceptedAt(input.source), services.clock.now().toISOString());
      else if (input.code === 'updated') notes.setFlag(UPDATED_FROM, undefined);
      else if (input.code === 'store-rebuilt') notes.setFlag(FACT_FLAGS.storeRebuiltAt, undefined);
      else notes.setFlag(FACT_FLAGS.otherWriterAt(repositoryKey(input)), undefined);
      services.settingsChanged();
    }),
    suspectAttack: api.status.suspectAttack.handler(async ({ input, context }) => {
      const found = await suspectAttack(services.jobs, services.runs, { since: input.since, person: context.person });
      services.attackChanged();
      return found;
    }),
    endAttack: api.status.endAttack.handler(({ input, context }) => {
      attackIsOver(services.jobs, { verdict: input.verdict, person: context.person });
      services.attackChanged();
    }),
    deskMessageTold: api.status.deskMessageTold.handler(({ input }) => services.deskMessages.told(input.why)),
    alertSeen: api.status.alertSeen.handler(({ input }) => services.markAlertSeen(input.id)),
  };
}
