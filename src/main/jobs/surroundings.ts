import type { Clock } from '../../shared/model/clock.ts';
import type { RepositoryRef } from '../../shared/model/destination.ts';
import type { Source } from '../../shared/model/source.ts';
import type { EngineHost, SealFile, SourceSecrets } from '../engine-host/index.ts';
import type { Places } from '../places/index.ts';
import type { Store } from '../store/index.ts';
import type { JobEvents } from './events.ts';

/** What jobs ask of the vault. Everything else that is secret they never see. */
export interface JobSecrets {
  /** What opens a repository: this PC's key. `vault-missing` and the like if it cannot be had. */
  repositoryPassword(ref: RepositoryRef): Promise<string>;
  ofSource(source: Source): Promise<SourceSecrets>;
}

/** What every job stands on. */
export interface JobSurroundings {
  store: Store;
  host: EngineHost;
  places: Places;
  secrets: JobSecrets;
  /** Begins the new repository of a place after a key leaked; what keeps it from that is thrown. */
  beginAnew: (ref: RepositoryRef) => Promise<void>;
  clock: Clock;
  events: JobEvents;
  /** The installation's id. */
  installation: string;
  /** A path of its own below the scratch root for one piece of work; whoever uses it makes and wipes it. */
  scratchFor: (job: string) => string;
  /** A path of its own for what a restore replaces; swept by age. */
  keptFor: (job: string) => string;
  /** Folder for records of what restores make and have not finished, a folder each by their job. */
  unfinished: string;
  /** What the seal holds now. */
  sealFiles: () => SealFile[];
  newId: () => string;
}
