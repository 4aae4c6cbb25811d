import { access } from 'node:fs/promises';
import { LifeboatError } from '../../../shared/errors/index.ts';
import { findTool, type Tool } from '../tools/index.ts';

/**
 * A tool that can talk to a server of this version: of the same version if it is installed, since pg_restore writes settings that
 * older servers do not know, else a newer one. `tool-missing`, `tool-outdated`.
 */
export async function toolFor(name: string, serverVersion: string): Promise<Tool> {
  const major = Number.parseInt(serverVersion, 10);
  const tool = await findTool(name, { minimumMajor: major });
  if (tool !== undefined) return (await sameVersion(name, tool, major)) ?? tool;
  const older = await findTool(name);
  if (older === undefined) throw new LifeboatError('tool-missing', { tool: name });
  throw new LifeboatError('tool-outdated', { tool: name, version: older.version, needed: String(major) });
}

/** The newest tool of this name, for work without a server. */
export async function anyTool(name: string): Promise<Tool> {
  const tool = await findTool(name);
  if (tool === undefined) throw new LifeboatError('tool-missing', { tool: name });
  return tool;
}

/** Several versions lie side by side in folders that are named after them, on Windows and on Debian. */
async function sameVersion(name: string, newest: Tool, major: number): Promise<Tool | undefined> {
  if (Number.parseInt(newest.version, 10) === major) return newest;
  const beside = newest.path.replace(/(postgresql[\\/])\d+([\\/]bin[\\/])/i, `$1${major}$2`);
  for (const path of [beside, `/usr/lib/postgresql/${major}/bin/${name}`]) {
    const isThere = path !== newest.path && (await isProgram(path));
    if (isThere) return { ...newest, path, version: String(major) };
  }
  return undefined;
}

async function isProgram(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
