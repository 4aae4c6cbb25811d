import { LifeboatError } from '../../shared/errors/index.ts';
import { furtherStep, isSetupUnderWay, type SetupDraft, type SetupProgress, type SetupStep } from '../../shared/model/setup-progress.ts';
import type { Store } from '../store/index.ts';
import type { SetupNeeds } from './needs.ts';

type Needs = Pick<SetupNeeds, 'store' | 'clock'>;

/** Where the guided set-up is, and whether this installation is set up at all. */
export function setupState({
  store,
}: Pick<SetupNeeds, 'store'>): Pick<SetupProgress, 'step' | 'reached' | 'draft'> & { isFinished: boolean } {
  const { step = 'pharmacy', reached = 'pharmacy', draft = {} } = store.setup.get() ?? {};
  return { isFinished: isSetUp(store), step, reached, draft };
}

/** Whether set-up is done: said so, or there is what it makes and nobody began the guided one. */
export function isSetUp(store: Pick<Store, 'setup' | 'sources' | 'destinations'>): boolean {
  const progress = store.setup.get();
  return progress === undefined ? hasWhatItNeeds(store) : !isSetupUnderWay(progress);
}

/** Keeps what was typed so far. After the end of the set-up there is nothing to keep. */
export function keepSetup(needs: Needs, { step, draft }: { step: SetupStep; draft: SetupDraft }): void {
  const { store, clock } = needs;
  if (isSetUp(store)) return;
  const before = store.setup.get();
  const startedAt = before?.startedAt ?? clock.now().toISOString();
  store.setup.set({ startedAt, step, reached: furtherStep(step, before?.reached ?? step), draft });
}

/** From now on Lifeboat works by itself. `not-set-up` if there is nothing it could do. */
export function finishSetup({ store, clock }: Needs): void {
  if (!hasWhatItNeeds(store)) throw new LifeboatError('not-set-up', {});
  markSetUp({ store, clock });
}

/** The same for an installation that came to its settings in another way. */
export function markSetUp({ store, clock }: Needs): void {
  const finishedAt = clock.now().toISOString();
  store.setup.set({
    startedAt: store.setup.get()?.startedAt ?? finishedAt,
    step: 'first-backup',
    reached: 'first-backup',
    draft: {},
    finishedAt,
  });
}

function hasWhatItNeeds({ sources, destinations }: Pick<Store, 'sources' | 'destinations'>): boolean {
  return sources.list().length > 0 && destinations.list().length > 0;
}
