import { pathToFileURL } from 'node:url';
import { forkHost, type StartHost } from '../../src/main/engine-host/index.ts';
import { program } from './program.ts';

export const QUICK_PROGRAM = pathToFileURL(program('engine-process'));

/** Forks an engine process whose keys and locks take no time, with one thread. */
export const forkQuickHost: StartHost = async (options) => await forkHost({ ...options, threads: 1 }, QUICK_PROGRAM);
