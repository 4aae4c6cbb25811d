import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../src/main/clock.ts';
import {
  createLocalHost,
  type EngineHost,
  type HostOptions,
  type HostProcess,
  type StartHost,
  SupervisedHost,
  utilityHost,
} from '../../src/main/engine-host/index.ts';
import { thisIdentity } from '../../src/main/identity.ts';
import { launchUtility } from './electron/utility-process.ts';
import { forkQuickHost, QUICK_PROGRAM } from './fork-quick-host.ts';
import { QUICK_ENGINE } from './quick-engine.ts';

const OPTIONS: HostOptions = { identity: thisIdentity(process.env), program: 'lifeboat test', threads: 1 };

/** A host of each way to run it, behind the same face, with keys and locks that take no time. */
export const HOSTS: Readonly<Record<string, () => EngineHost>> = {
  'in this process': () => createLocalHost(OPTIONS, systemClock, QUICK_ENGINE),
  'in a child process': () => forkedHost().host,
  'in a utility process': () => supervise(utilityHost(() => launchUtility(fileURLToPath(QUICK_PROGRAM)))).host(),
};

export interface ForkedHost {
  host: EngineHost;
  /** The newest process. */
  process(): HostProcess | undefined;
  deaths: string[];
}

function supervise(start: StartHost): SupervisedHost {
  return new SupervisedHost(OPTIONS, { start, wait: async (milliseconds) => await pause(Math.min(milliseconds, 20)) });
}

/** A forked child under supervision, which starts again quickly. */
export function forkedHost(): ForkedHost {
  let newest: HostProcess | undefined;
  const deaths: string[] = [];
  const supervised = new SupervisedHost(OPTIONS, {
    start: async (options) => (newest = await forkQuickHost(options)),
    wait: async (milliseconds) => await pause(Math.min(milliseconds, 20)),
    onDeath: (how) => deaths.push(how),
  });
  return { host: supervised.host(), process: () => newest, deaths };
}
