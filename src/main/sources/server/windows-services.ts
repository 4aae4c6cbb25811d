import { join } from 'node:path';
import { runTool } from '../tools/index.ts';

/** Names of this computer's services that fit, whether they run or not. None outside Windows. */
export async function windowsServices(pattern: RegExp, signal: AbortSignal): Promise<string[]> {
  const root = process.env['SystemRoot'];
  if (process.platform !== 'win32' || root === undefined) return [];
  try {
    const tool = { path: join(root, 'System32', 'sc.exe') };
    const { stdout } = await runTool(tool, ['query', 'type=', 'service', 'state=', 'all', 'bufsize=', '200000'], { signal });
    return serviceNames(stdout).filter((name) => pattern.test(name));
  } catch {
    signal.throwIfAborted();
    return [];
  }
}

/** The names in what `sc query` writes, whose labels are never translated. */
export function serviceNames(listing: string): string[] {
  return [...listing.matchAll(/^SERVICE_NAME:\s*(.+?)\s*$/gm)].map((match) => match[1] ?? '');
}
