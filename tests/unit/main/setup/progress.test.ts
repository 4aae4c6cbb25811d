import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { finishSetup, isSetUp, keepSetup, setupState } from '../../../../src/main/setup/index.ts';
import type { Store } from '../../../../src/main/store/index.ts';
import type { WrittenPlace } from '../../../../src/shared/model/open-forms.ts';
import { setupDraftSchema } from '../../../../src/shared/model/setup-progress.ts';
import { ManualTime } from '../../../support/manual-time.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';
import { aSource, storeIn } from '../../../support/stored.ts';
import { PLACES } from '../jobs/job-world.ts';

let scratch: Scratch;
let store: Store;
let needs: { store: Store; clock: ManualTime };
beforeEach(() => {
  scratch = scratchFolder();
  const clock = new ManualTime();
  ({ store } = storeIn(scratch.path, clock));
  needs = { store, clock };
});
afterEach(() => {
  store.close();
  scratch.remove();
});

const openPlace: WrittenPlace = {
  kind: 'azure',
  name: 'Azure',
  site: 'off-site',
  isolation: 'online',
  path: '',
  awayLimitDays: '7',
  account: 'rx',
  container: 'lifeboat',
  prefix: '',
  endpoint: '',
  credentialKind: 'accountKey',
};
const draft = { pharmacy: { name: 'Corner' }, openPlace };

describe('the guided set-up', () => {
  test('goes on where it was left, also after a restart', () => {
    keepSetup(needs, { step: 'where', draft });
    keepSetup(needs, { step: 'you', draft });
    store.close();
    ({ store } = storeIn(scratch.path, needs.clock));
    expect(setupState({ store })).toEqual({ isFinished: false, step: 'you', reached: 'where', draft });
  });

  test('is finished only when somebody says so, and then its draft is gone', () => {
    keepSetup(needs, { step: 'what', draft });
    expect(() => finishSetup(needs)).toThrow(expect.objectContaining({ code: 'not-set-up' }));
    store.sources.put(aSource('dispensing'));
    for (const place of PLACES) store.destinations.put(place);
    expect(isSetUp(store)).toBe(false);
    finishSetup(needs);
    keepSetup(needs, { step: 'what', draft });
    expect(setupState(needs)).toEqual({ isFinished: true, step: 'first-backup', reached: 'first-backup', draft: {} });
  });

  test('counts as finished where everything was there before it', () => {
    expect(setupState(needs).isFinished).toBe(false);
    store.sources.put(aSource('dispensing'));
    for (const place of PLACES) store.destinations.put(place);
    expect(setupState(needs).isFinished).toBe(true);
  });

  test('has no place for a secret', () => {
    for (const secret of [{ credential: 'x' }, { accountKey: 'x' }, { sasToken: 'x' }, { connectionString: 'x' }])
      expect(setupDraftSchema.safeParse({ openPlace: { ...openPlace, ...secret } }).success).toBe(false);
    const source = { ...aSource('dispensing'), password: 'hush' };
    expect(JSON.stringify(setupDraftSchema.parse({ sources: [{ source, isChosen: true }] }))).not.toContain('hush');
  });
});
