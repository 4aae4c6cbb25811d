import type { AppServices, UpdateDesk } from '../api/index.ts';
import type { Protection } from '../../shared/model/protection.ts';
import type { JobSurroundings, Runs } from '../jobs/index.ts';
import type { Scheduler } from '../scheduler/index.ts';
import { credentialName, type KitService, type RecoveryService, type SetupNeeds } from '../setup/index.ts';
import type { CredentialVault } from '../vault/index.ts';
import { VERSION } from '../version.ts';
import type { Changes } from './changes.ts';
import type { OwnerLoop } from './owner-loop.ts';
import type { SettingsSeal } from './settings-seal.ts';

export interface ServiceNeeds {
  jobs: JobSurroundings;
  setup: SetupNeeds;
  kit: KitService;
  recovery: RecoveryService;
  runs: Runs;
  loop: OwnerLoop;
  scheduler: Scheduler;
  settingsSeal: SettingsSeal;
  /** Keeps settings and history beside the data at once. */
  sealSoon: () => void;
  changes: Changes;
  assess: () => Promise<Protection>;
  vault: CredentialVault;
  messages: MessageDesk;
  updates: UpdateDesk;
  deskMessages: AppServices['deskMessages'];
  /** In whose account this process runs. */
  account: string;
  /** Whether it runs without anybody signed in. */
  background: boolean;
  listFolder: AppServices['listFolder'];
  /** Asks whether the pharmacy is protected and tells who has to know. */
  review: () => Promise<void>;
}

/** What the api asks of mail and alerts. */
export interface MessageDesk {
  sendCode(person: string): Promise<void>;
  confirmCode(person: string, code: string): boolean;
  sendTestMail(to: string): Promise<void>;
  markAlertSeen(alert: string): void;
}

/** The app as its procedures see it. */
export function createServices(needs: ServiceNeeds): AppServices {
  const { jobs, setup, kit, recovery, runs, loop, scheduler, settingsSeal, changes, assess, review, vault } = needs;
  const { account, background, messages, updates, deskMessages, listFolder } = needs;
  return {
    store: jobs.store,
    clock: jobs.clock,
    runs,
    backUp: async (wish) => await loop.backUp(wish),
    beginAnew: async (person) => await loop.beginAnew(person),
    jobs,
    setup,
    kit,
    recovery,
    assess,
    nextRuns: () => scheduler.nextRuns(),
    sendCode: async (person) => await messages.sendCode(person),
    confirmCode: (person, code) => messages.confirmCode(person, code),
    sendTestMail: async (to) => await messages.sendTestMail(to),
    setMailPassword: async (password) => await vault.set(credentialName.ofMail, password),
    markAlertSeen: (id) => {
      messages.markAlertSeen(id);
      changes.announce('alerts');
    },
    listFolder,
    attackChanged: () => {
      changes.announce('settings');
      void review().catch(() => undefined);
    },
    settingsChanged: () => {
      changes.announce('settings');
      settingsSeal.changed();
      void scheduler.look('settings-changed');
    },
    tookOver: () => {
      changes.announce('settings');
      needs.sealSoon();
    },
    changes: (signal) => changes.listen(signal),
    updates,
    deskMessages,
    owner: { account, background },
    version: VERSION,
  };
}
