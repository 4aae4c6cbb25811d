import type { Clock } from '../../shared/model/clock.ts';
import type { ListedFolder } from '../../shared/model/folder.ts';
import type { Protection } from '../../shared/model/protection.ts';
import type { Tier } from '../../shared/model/tier.ts';
import type { BackupWish, JobSurroundings, Runs, StartedRun } from '../jobs/index.ts';
import type { KitService, RecoveryService, SetupNeeds } from '../setup/index.ts';
import type { Store } from '../store/index.ts';
import type { UpdateDesk } from './update-desk.ts';

/** Says that something changed; see the contract. */
export type ChangeKind = 'status' | 'runs' | 'progress' | 'settings' | 'places' | 'alerts' | 'updates';

/** What the procedures ask. Composed in app.ts. */
export interface AppServices {
  store: Store;
  clock: Clock;
  runs: Runs;
  /** Backs up, and does what follows from it. */
  backUp(wish: BackupWish): Promise<StartedRun>;
  /** A key leaked: every place begins anew. The run that does it; undefined without any place. */
  beginAnew(person: string | undefined): Promise<StartedRun | undefined>;
  jobs: JobSurroundings;
  setup: SetupNeeds;
  kit: KitService;
  recovery: RecoveryService;
  /** Is this pharmacy protected now? */
  assess(): Promise<Protection>;
  nextRuns(): { tier: Tier; at: Date }[];
  /** Sends a confirmation code to somebody's address. */
  sendCode(person: string): Promise<void>;
  confirmCode(person: string, code: string): boolean;
  sendTestMail(to: string): Promise<void>;
  setMailPassword(password: string): Promise<void>;
  markAlertSeen(id: string): void;
  /** What is in a folder of this PC; of the account where none is named. */
  listFolder(path: string | undefined): Promise<ListedFolder>;
  /** Whoever has to know of an attack hears of it now, and the places are told what they missed. */
  attackChanged(): void;
  /** Settings were changed: what hangs on them is looked at again. */
  settingsChanged(): void;
  /** This PC took over from another one, which learns of it at every place. */
  tookOver(): void;
  /** Listens to changes until the signal aborts. */
  changes(signal: AbortSignal | undefined): AsyncGenerator<{ what: ChangeKind }, void, void>;
  /** Whether messages on the desktop are seen there. */
  deskMessages: { readonly failing: { since: string; why: string } | undefined; told(why: string | undefined): void };
  updates: UpdateDesk;
  owner: { account: string; background: boolean };
  version: string;
}
