import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** How much there is. */
export interface Extent {
  files: number;
  bytes: number;
}

/** The files below a folder, and their bytes together. */
export function extentOf(folder: string): Extent {
  const extent = { files: 0, bytes: 0 };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    extent.files++;
    extent.bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return extent;
}
