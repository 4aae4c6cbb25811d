import { execFile } from 'node:child_process';
import { access, constants, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { toolEnvironment } from './tool-environment.ts';
import { type ToolGround, toolFolders } from './tool-folders.ts';

/** A program of somebody else. */
export interface Tool {
  /** Absolute. */
  path: string;
  /** Numbers with dots, such as `15.14` or `10.11.6`: for MariaDB's tools that of their distribution. */
  version: string;
  /** The first line of what `--version` says, which also names the product. */
  banner: string;
}

const run = promisify(execFile);
const VERSION_TIMEOUT = 20_000;
const found = new Map<string, Tool[]>();

/** The newest tool of this name (`pg_dump`, without `.exe`), in PATH or where it usually is. What was found is remembered while it is there. */
export async function findTool(
  name: string,
  options: { minimumMajor?: number } = {},
  ground: ToolGround = process,
): Promise<Tool | undefined> {
  const { minimumMajor = 0 } = options;
  const tools = await toolsNamed(name, ground);
  return tools.find(({ version }) => Number.parseInt(version, 10) >= minimumMajor);
}

async function toolsNamed(name: string, ground: ToolGround): Promise<Tool[]> {
  const isRemembered = ground === process;
  const known = isRemembered ? found.get(name) : undefined;
  if (known !== undefined && (await Promise.all(known.map(({ path }) => isProgram(path)))).every(Boolean)) return known;
  const tools = await search(name, ground);
  // Nothing is not remembered: a person may install it while Lifeboat runs.
  if (isRemembered && tools.length > 0) found.set(name, tools);
  return tools;
}

async function search(name: string, ground: ToolGround): Promise<Tool[]> {
  const file = ground.platform === 'win32' ? `${name}.exe` : name;
  const folders = await toolFolders(ground);
  const places = await Promise.all(
    folders.map((folder) => join(folder, file)).map(async (path) => ((await isProgram(path)) ? path : undefined)),
  );
  const real = new Map<string, string>();
  for (const path of places) if (path !== undefined) real.set(await realpath(path), real.get(await realpath(path)) ?? path);
  const tools = await Promise.all([...real.values()].map(ask));
  return tools.filter((tool) => tool !== undefined).toSorted((a, b) => compareVersions(b.version, a.version));
}

async function isProgram(path: string): Promise<boolean> {
  return await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function ask(path: string): Promise<Tool | undefined> {
  try {
    const { stdout } = await run(path, ['--version'], { timeout: VERSION_TIMEOUT, windowsHide: true, env: toolEnvironment({}) });
    const banner = stdout.split('\n')[0]?.trim() ?? '';
    const version = versionIn(banner);
    return version === undefined ? undefined : { path, version, banner };
  } catch {
    // It does not start here, a library of it may be missing: as good as not there.
    return undefined;
  }
}

/** MariaDB's and old MySQL's tools have a version of their own beside that of the distribution, which is the one that counts. */
export function versionIn(banner: string): string | undefined {
  return (/(?:Distrib|\bfrom) (\d+(?:\.\d+)*)/.exec(banner) ?? /(\d+(?:\.\d+)+)/.exec(banner) ?? /\s(\d+)/.exec(banner))?.[1];
}

/** Which of two versions is newer; a sort's answer. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  const index = left.findIndex((part, at) => part !== (right[at] ?? 0));
  return index < 0 ? left.length - right.length : (left[index] ?? 0) - (right[index] ?? 0);
}
