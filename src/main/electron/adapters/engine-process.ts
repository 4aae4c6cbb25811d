import { utilityProcess } from 'electron';
import type { UtilityChild } from '../../engine-host/index.ts';

/** Begins a utility process that runs `program`; only when Electron is ready. */
export function launchEngine(program: string): UtilityChild {
  return utilityProcess.fork(program, [], { serviceName: 'Lifeboat engine', stdio: ['ignore', 'ignore', 'inherit'] });
}
