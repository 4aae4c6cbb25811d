import { LifeboatError } from '../../../shared/errors/index.ts';
import type { OptionSpec } from './declare.ts';
import type { PasswordSources } from './password.ts';

/** Options that name a second repository, which snapshots or keys come from. */
export interface FromOptions {
  fromRepo?: string;
  fromPasswordFile?: string;
  fromPasswordCommand?: string;
}

/** Their declarations. */
export const FROM_OPTIONS: readonly OptionSpec[] = [
  { flags: '--from-repo <path>' },
  { flags: '--from-password-file <file>' },
  { flags: '--from-password-command <command>', conflicts: ['fromPasswordFile'] },
];

/** Where that repository is: the option, else the environment; `location-missing`. */
export function fromLocation({ fromRepo }: FromOptions, environment: NodeJS.ProcessEnv): string {
  const location = fromRepo || environment.LIFEBOAT_FROM_REPOSITORY || environment.RESTIC_FROM_REPOSITORY;
  if (!location) throw new LifeboatError('location-missing', {});
  return location;
}

/** The sources of its password: the options, else Lifeboat's environment, else restic's. */
export function fromPasswordSources(options: FromOptions, environment: NodeJS.ProcessEnv): PasswordSources {
  const candidates: PasswordSources[] = [
    { file: options.fromPasswordFile, command: options.fromPasswordCommand },
    {
      file: environment.LIFEBOAT_FROM_PASSWORD_FILE,
      command: environment.LIFEBOAT_FROM_PASSWORD_COMMAND,
      text: environment.LIFEBOAT_FROM_PASSWORD,
    },
    {
      file: environment.RESTIC_FROM_PASSWORD_FILE,
      command: environment.RESTIC_FROM_PASSWORD_COMMAND,
      text: environment.RESTIC_FROM_PASSWORD,
    },
  ];
  return candidates.find(({ file, command, text }) => file || command || text) ?? {};
}
