import { systemClock } from '../../clock.ts';
import { utilityHost } from '../../engine-host/index.ts';
import { profileFolder } from '../../profile/index.ts';
import { launchEngine } from '../adapters/engine-process.ts';
import type { Start } from '../command-line.ts';
import type { DesktopApp } from '../desktop-app.ts';

/** Where the program's own files lie. */
export interface ProgramFiles {
  page: string;
  preload: string;
  engine: string;
  tray: string;
  icon: string;
}

/** What every start of the program has. */
export interface StartNeeds {
  start: Start;
  app: DesktopApp;
  files: ProgramFiles;
  environment: NodeJS.ProcessEnv;
}

/** What an owner process in Electron is opened with: its engine runs in a utility process. */
export function ownerOptions({ start, files, environment }: Pick<StartNeeds, 'start' | 'files' | 'environment'>) {
  return {
    folder: profileFolder({ flag: start.profile, environment }),
    pageFolder: files.page,
    clock: systemClock,
    environment,
    startHost: utilityHost(() => launchEngine(files.engine)),
  };
}

/** Work again and again, without keeping the process alive. */
export function every(milliseconds: number, work: () => void): () => void {
  const timer = setInterval(work, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
}
