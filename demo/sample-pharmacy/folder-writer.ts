import { appendFileSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes into a pharmacy's folder with the simulated day's times, so that two generations agree in them too. */
export interface FolderWriter {
  /** Makes a folder, and those above it. */
  folder(path: string, time: Date): void;
  write(path: string, content: Uint8Array | string, time: Date): void;
  append(path: string, text: string, time: Date): void;
  /** Says when a file was changed that somebody else wrote. */
  changed(path: string, time: Date): void;
  /** Gives the folders their times; the last call, since every new entry moves its folder's time. */
  finish(): void;
}

/** A writer below `root`. Its paths are relative, with `/`. */
export function folderWriter(root: string): FolderWriter {
  const folders = new Map<string, Date>();
  const known = new Set<string>();

  function entryAdded(path: string, time: Date): void {
    const above = dirname(path);
    folder(above, time);
    folders.set(above, time);
  }

  function folder(path: string, time: Date): void {
    if (known.has(path)) return;
    known.add(path);
    const isNew = mkdirSync(join(root, path), { recursive: true }) !== undefined;
    if (!isNew) return;
    folders.set(path, time);
    if (path !== '.') entryAdded(path, time);
  }

  function changed(path: string, time: Date): void {
    utimesSync(join(root, path), time, time);
  }

  return {
    folder,
    write: (path, content, time) => {
      entryAdded(path, time);
      writeFileSync(join(root, path), content);
      changed(path, time);
    },
    append: (path, text, time) => {
      folder(dirname(path), time);
      appendFileSync(join(root, path), text);
      changed(path, time);
    },
    changed,
    finish: () => {
      for (const [path, time] of folders) changed(path, time);
    },
  };
}
