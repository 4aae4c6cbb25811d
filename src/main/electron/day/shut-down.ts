/** The operating system's own command that shuts the PC down in an orderly way; every program is asked to end first. */
export function shutDownCommand(platform: NodeJS.Platform): { program: string; words: readonly string[] } {
  if (platform === 'win32') return { program: 'shutdown.exe', words: ['/s', '/t', '0', '/d', 'p:0:0'] };
  if (platform === 'darwin') return { program: 'osascript', words: ['-e', 'tell application "System Events" to shut down'] };
  return { program: 'systemctl', words: ['poweroff'] };
}

/** Runs a program to its end; rejects if it does not end well. */
export type RunProgram = (program: string, words: readonly string[]) => Promise<unknown>;

/** Shuts the PC down. False: it refused. */
export async function shutDown(run: RunProgram, platform: NodeJS.Platform = process.platform): Promise<boolean> {
  const { program, words } = shutDownCommand(platform);
  return await run(program, words).then(
    () => true,
    () => false,
  );
}
