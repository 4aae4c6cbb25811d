import { forkHost, type StartHost } from '../../src/main/engine-host/index.ts';

export const QUICK_PROGRAM = new URL('engine-process.ts', import.meta.url);

/** Forks an engine process whose keys and locks take no time, with one thread. */
export const forkQuickHost: StartHost = async (options) => await forkHost({ ...options, threads: 1 }, QUICK_PROGRAM);
