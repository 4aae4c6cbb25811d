import type { ErrorCode } from '../../shared/errors/index.ts';

/** What the command tells its caller; the same numbers as restic's. */
export const EXIT = {
  done: 0,
  failed: 1,
  warnings: 3,
  noRepository: 10,
  locked: 11,
  wrongPassword: 12,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const BY_ERROR: Readonly<Partial<Record<ErrorCode, ExitCode>>> = {
  'repository-not-found': EXIT.noRepository,
  'repository-locked': EXIT.locked,
  'no-copies-there': EXIT.noRepository,
  'wrong-password': EXIT.wrongPassword,
  'recovery-key-refused': EXIT.wrongPassword,
  aborted: EXIT.interrupted,
};

/** The exit code for an error. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  return BY_ERROR[code] ?? EXIT.failed;
}
