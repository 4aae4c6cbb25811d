import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../../src/main/clock.ts';
import {
  createLocalHost,
  type EngineHost,
  forkHost,
  type HostOptions,
  type HostProcess,
  type StartHost,
  SupervisedHost,
  utilityHost,
} from '../../src/main/engine-host/index.ts';
import { thisIdentity } from '../../src/main/identity.ts';
import { launchUtility } from './electron/utility-process.ts';

const OPTIONS: HostOptions = { identity: thisIdentity(process.env), program: 'lifeboat test', threads: 1 };

/** A host of each way to run it, behind the same face. */
export const HOSTS: Readonly<Record<string, () => EngineHost>> = {
  'in this process': () => createLocalHost(OPTIONS, systemClock),
  'in a child process': () => forkedHost().host,
  'in a utility process': () => supervise(utilityHost(launchUtility)).host(),
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

/** The real thing: a forked child under supervision, which starts again quickly. */
export function forkedHost(): ForkedHost {
  let newest: HostProcess | undefined;
  const deaths: string[] = [];
  const supervised = new SupervisedHost(OPTIONS, {
    start: async (options) => (newest = await forkHost(options)),
    wait: async (milliseconds) => await pause(Math.min(milliseconds, 20)),
    onDeath: (how) => deaths.push(how),
  });
  return { host: supervised.host(), process: () => newest, deaths };
}
