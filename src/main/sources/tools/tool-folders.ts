import { readdir } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/** Where a platform looks for programs, and what their files end in. */
export interface ToolGround {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
}

/** Folders below a fixed root; a `*` at the end of a step stands for the rest of a name. */
const WELL_KNOWN: Readonly<Partial<Record<NodeJS.Platform, readonly (readonly string[])[]>>> = {
  win32: [
    ['PostgreSQL', '*', 'bin'],
    ['MariaDB*', 'bin'],
    ['MySQL', 'MySQL*', 'bin'],
    ['MySQL*', 'bin'],
    ['Microsoft SQL Server', 'Client SDK', 'ODBC', '*', 'Tools', 'Binn'],
  ],
  linux: [
    ['/usr/lib/postgresql', '*', 'bin'],
    ['/usr/pgsql*', 'bin'],
    ['/usr/local/bin'],
    ['/usr/bin'],
    ['/usr/sbin'],
    ['/usr/local/mysql', 'bin'],
    ['/opt/mssql-tools*', 'bin'],
  ],
  darwin: [
    ['/opt/homebrew/bin'],
    ['/opt/homebrew/opt', '*', 'bin'],
    ['/usr/local/bin'],
    ['/usr/local/mysql', 'bin'],
    ['/Applications/Postgres.app/Contents/Versions', '*', 'bin'],
    ['/Library/PostgreSQL', '*', 'bin'],
  ],
};

/** Every folder a tool may lie in: those of PATH (absolute ones only, never the current folder), then the usual ones. */
export async function toolFolders({ platform, env }: ToolGround): Promise<string[]> {
  const path = Object.entries(env).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? '';
  const named = path.split(platform === 'win32' ? ';' : delimiter).filter((folder) => folder !== '' && isAbsolute(folder));
  const usual = await Promise.all(patternsOf(platform, env).map((steps) => expand(steps)));
  return [...new Set([...named, ...usual.flat()])];
}

function patternsOf(platform: NodeJS.Platform, env: ToolGround['env']): string[][] {
  const patterns = WELL_KNOWN[platform] ?? [];
  if (platform !== 'win32') return patterns.map((steps) => ['/', ...steps]);
  const roots = [env['ProgramFiles'], env['ProgramW6432'], env['ProgramFiles(x86)']].filter((root) => root !== undefined);
  return [...new Set(roots.filter((root) => root !== ''))].flatMap((root) => patterns.map((steps) => [root, ...steps]));
}

async function expand([root = '/', ...steps]: readonly string[]): Promise<string[]> {
  let folders = [root];
  for (const step of steps) {
    const next = folders.map(async (folder) => (step.endsWith('*') ? await below(folder, step.slice(0, -1)) : [join(folder, step)]));
    folders = (await Promise.all(next)).flat();
  }
  return folders;
}

/** Folders whose name begins with `start`; a `*` in a whole path's last step too, as in `/usr/pgsql*`. */
async function below(folder: string, start: string): Promise<string[]> {
  const cut = start.lastIndexOf('/');
  const parent = cut < 0 ? folder : join(folder, start.slice(0, cut));
  try {
    const names = await readdir(parent);
    return names.filter((name) => name.startsWith(start.slice(cut + 1))).map((name) => join(parent, name));
  } catch {
    return [];
  }
}
