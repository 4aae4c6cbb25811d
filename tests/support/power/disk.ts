import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What is on a disk below the repository's folder: folders, and files with their content. */
export interface Disk {
  folders: ReadonlySet<string>;
  files: ReadonlyMap<string, Buffer>;
}

export function readDisk(root: string): Disk {
  const folders = new Set(['.']);
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const full = `${entry.parentPath}/${entry.name}`;
    const path = full.slice(root.length + 1);
    if (entry.isDirectory()) folders.add(path);
    else files.set(path, readFileSync(full));
  }
  return { folders, files };
}

export function writeDisk(root: string, { folders, files }: Disk): void {
  mkdirSync(root);
  for (const folder of [...folders].sort()) mkdirSync(`${root}/${folder}`, { recursive: true });
  for (const [path, content] of files) writeFileSync(`${root}/${path}`, content);
}

/** Takes away what lies in folders that are not there. */
export function withoutLost({ folders, files }: Disk): Disk {
  const isThere = (path: string): boolean => path === '.' || (folders.has(path) && isThere(dirname(path)));
  return {
    folders: new Set([...folders].filter(isThere)),
    files: new Map([...files].filter(([path]) => isThere(dirname(path)))),
  };
}
