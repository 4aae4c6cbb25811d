/** What the terminal says about a command line it does not understand. */
export const englishUsage = {
  seeHelp: 'See "lifeboat --help", or "lifeboat COMMAND --help" for one command.',
  /** `problem` as the parser words it, such as `unknown option '--foo'`. */
  notUnderstood: (problem: string): string => `This command line is not understood: ${problem}.`,
  stdinAndPaths: 'paths cannot be given together with --stdin',
  fromRepoMissing: '--copy-chunker-params needs --from-repo',
  sayHowItEnded: 'say whether it was a false alarm (--false-alarm) or is over (--over)',
  nothingNamed: 'name the files and folders to back up',
};
