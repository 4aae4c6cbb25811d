import type { Clock } from '../../shared/model/clock.ts';
import type { EngineHost } from '../engine-host/index.ts';
import type { Drive } from '../places/index.ts';
import type { Places } from '../places/index.ts';
import type { DurableTexts } from '../profile/index.ts';
import type { Store } from '../store/index.ts';
import type { CredentialVault } from '../vault/index.ts';

/** What setting up stands on. */
export interface SetupNeeds {
  store: Store;
  host: EngineHost;
  places: Places;
  vault: CredentialVault;
  clock: Clock;
  installation: string;
  /** Where repositories are, by their keys, beside the store: so that a lost store can be rebuilt. */
  locations: DurableTexts;
  /** Passwords of repositories that this PC's own key does not open yet, by `repositoryKey`: only until this process ends. */
  temporaryPasswords: Map<string, string>;
  listDrives: () => Promise<Drive[]>;
  /** Gives up after some milliseconds. */
  within: <T>(milliseconds: number, work: Promise<T>) => Promise<T | undefined>;
  scratchFor: (job: string) => string;
  newId: () => string;
}

const RETIRED_KEY = 'retired-key:';

/** Names under which the vault keeps what opens things. */
export const credentialName = {
  ofPart: (part: string, name: string): string => `source:${part}:${name}`,
  ofDestination: (destination: string): string => `destination:${destination}`,
  ofPaper: (destination: string): string => `paper:${destination}`,
  /** This PC's key for repositories that a renewal retired. */
  ofRetired: (renewal: string): string => RETIRED_KEY + renewal,
  /** The renewals of which such a key is among credentials of these names. */
  renewalsIn: (names: readonly string[]): string[] =>
    names.flatMap((name) => (name.startsWith(RETIRED_KEY) ? [name.slice(RETIRED_KEY.length)] : [])),
  ofMail: 'mail:password',
} as const;

/** The label of an installation's own key file. */
export function pcLabel(installation: string): string {
  return `pc-${installation}`;
}
