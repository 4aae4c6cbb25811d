import { join } from 'node:path';
import { windowsMarks } from '../drives/index.ts';

/** Top folders of Unix systems that hold the system itself. */
const SYSTEM_FOLDERS = new Set(['bin', 'boot', 'dev', 'etc', 'lib', 'lib32', 'lib64', 'libx32', 'proc', 'run', 'sbin', 'sys', 'usr']);
const SYSTEM_NAMES = new Set(['lost+found', '$recycle.bin', 'system volume information', 'pagefile.sys', 'hiberfil.sys', 'swapfile.sys']);
const TOP_ON_WINDOWS = new Set(['windows', 'recovery', '$winreagent', 'perflogs', 'boot', 'bootmgr', 'documents and settings']);

/** Whether something is hidden, and whether it belongs to the operating system. */
export function markOf(folder: string, name: string): { isHidden: boolean; isSystem: boolean } {
  const path = join(folder, name);
  const told = process.platform === 'win32' ? windowsMarks(path) : undefined;
  return { isHidden: told?.isHidden ?? name.startsWith('.'), isSystem: (told?.isSystem ?? false) || isOfSystem(folder, name) };
}

function isOfSystem(folder: string, name: string): boolean {
  const lower = name.toLowerCase();
  if (SYSTEM_NAMES.has(lower)) return true;
  if (folder === '/') return SYSTEM_FOLDERS.has(name);
  return /^[A-Z]:\\$/i.test(folder) && TOP_ON_WINDOWS.has(lower);
}
