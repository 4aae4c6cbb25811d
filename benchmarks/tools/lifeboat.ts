import type { Step } from '../steps.ts';
import { type Command, password, type Tool } from './tool.ts';

/** Lifeboat's own command, as a person would run it: the start of Node and its threads is part of what is measured. */
export function lifeboat(entry: string): Tool {
  const run = (...args: string[]): Command => ({ program: process.execPath, args: [entry, ...args] });
  return {
    name: 'lifeboat',
    settings: `its command line on Node ${process.versions.node}, as it comes`,
    version: run('--version'),
    environment: ({ repository, home }) => ({
      LIFEBOAT_REPOSITORY: repository,
      LIFEBOAT_PASSWORD: password,
      HOME: home,
      XDG_CACHE_HOME: home,
      TMPDIR: home,
    }),
    init: () => run('init'),
    command: (step, { data, target }) => {
      const commands: Record<Step, Command> = {
        'first backup': run('backup', data),
        unchanged: run('backup', data),
        'forced re-read': run('backup', '--force', data),
        'small change': run('backup', data),
        restore: run('restore', 'latest', '--target', target),
        'check with data': run('check', '--read-data'),
      };
      return commands[step];
    },
  };
}
