import type { Step } from '../steps.ts';
import { type Command, password, type Tool } from './tool.ts';

/** borg, encrypting, with the compression the others use. */
export const borg: Tool = {
  name: 'borg',
  settings: 'repokey encryption, compression zstd,3, default chunker',
  version: { program: 'borg', args: ['--version'] },
  environment: ({ repository, home }) => ({ BORG_REPO: repository, BORG_PASSPHRASE: password, BORG_BASE_DIR: home, TMPDIR: home }),
  init: () => run('init', '--encryption', 'repokey'),
  command: (step, { data, target }) => {
    const commands: Record<Step, Command> = {
      'first backup': create('first', data),
      unchanged: create('unchanged', data),
      'forced re-read': create('forced', data, '--files-cache', 'disabled'),
      'small change': create('latest', data),
      restore: { ...run('extract', '::latest'), cwd: target },
      'check with data': run('check', '--verify-data'),
    };
    return commands[step];
  },
};

function create(archive: string, data: string, ...options: string[]): Command {
  return run('create', '--compression', 'zstd,3', ...options, `::${archive}`, data);
}

function run(...args: string[]): Command {
  return { program: 'borg', args };
}
