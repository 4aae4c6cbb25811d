import type { Step } from '../steps.ts';
import { type Command, password, type Tool } from './tool.ts';

/** restic as it comes, with repository version 2. */
export const restic: Tool = {
  name: 'restic',
  settings: 'repository version 2, compression auto, its default cache',
  version: { program: 'restic', args: ['version'] },
  environment: ({ repository, home }) => ({
    RESTIC_REPOSITORY: repository,
    RESTIC_PASSWORD: password,
    RESTIC_CACHE_DIR: home,
    RESTIC_PROGRESS_FPS: '0',
    TMPDIR: home,
  }),
  init: () => run('init', '--repository-version', '2'),
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

function run(...args: string[]): Command {
  return { program: 'restic', args: ['--quiet', '--compression', 'auto', ...args] };
}
