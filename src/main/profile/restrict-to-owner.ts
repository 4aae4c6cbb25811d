import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a program of Windows to its end; rejects if it does not end well. */
export type RunTool = (tool: string, args: readonly string[]) => Promise<{ stdout: string }>;

const run: RunTool = async (tool, args) => await promisify(execFile)(tool, args, { windowsHide: true, timeout: 30_000 });

/** Well-known ids, since the names of these groups differ by language. */
const SYSTEM = '*S-1-5-18';
const ADMINISTRATORS = '*S-1-5-32-544';

/**
 * Takes a folder's inherited rights away on Windows and leaves this account, the system and administrators: below
 * `ProgramData` every account may read. Elsewhere modes do that, and nothing is done. `failed` says why it did not work, in
 * the tool's short code; the folder can be used nevertheless.
 */
export async function restrictToOwner(
  folder: string,
  { platform = process.platform, runTool = run }: { platform?: NodeJS.Platform; runTool?: RunTool } = {},
): Promise<{ failed?: string }> {
  if (platform !== 'win32') return {};
  try {
    const { stdout } = await runTool('whoami', ['/user', '/fo', 'csv', '/nh']);
    const account = /"(S-1-[0-9-]+)"/.exec(stdout)?.[1];
    if (account === undefined) return { failed: 'whoami' };
    const granted = [SYSTEM, ADMINISTRATORS, `*${account}`].map((who) => `${who}:(OI)(CI)F`);
    await runTool('icacls', [folder, '/inheritance:r', '/grant:r', ...granted, '/q']);
    return {};
  } catch (error) {
    const { code = 'failed' } = error as { code?: string | number };
    return { failed: String(code) };
  }
}
