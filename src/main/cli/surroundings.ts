import type { Clock } from '../../shared/model/clock.ts';
import type { StartHost } from '../engine-host/index.ts';
import type { Language } from '../../shared/text/index.ts';
import type { OutputStream } from './terminal/output.ts';

/** What a command gets of the process it runs in. */
export interface Surroundings {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly environment: NodeJS.ProcessEnv;
  readonly clock: Clock;
  readonly language: Language;
  /** How the app's engine process is started, where a test has a way of its own. */
  readonly startHost?: StartHost;
  /** The built page, for browsers. */
  readonly pageFolder: string;
  /** Aborts at the first Ctrl-C. */
  readonly signal: AbortSignal;
}
