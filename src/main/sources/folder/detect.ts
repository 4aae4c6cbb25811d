import { basename, dirname } from 'node:path';
import { folderSourceSchema } from '../../../shared/model/source.ts';
import { endingOf, filesByFolder, suggestTier, titleOf } from '../detection/suggestion.ts';
import type { FoundFile } from '../files/index.ts';
import type { Detected, DetectionGround } from '../kind.ts';

/** So many scans, labels or papers in a folder are a pharmacy's records, not somebody's holiday. */
const ENOUGH = 50;
const RECORDS = new Set(['tif', 'tiff', 'jpg', 'jpeg', 'png', 'pdf', 'dcm']);

/** Folders with many scanned images or papers; where several lie side by side (a folder a day), the one above them. */
export async function detect(ground: DetectionGround): Promise<Detected[]> {
  const folders = await filesByFolder(ground);
  const records = new Map<string, FoundFile[]>();
  for (const [folder, files] of folders) {
    const own = files.filter(({ name }) => RECORDS.has(endingOf(name)));
    if (own.length > 0) records.set(folder, own);
  }
  return [...gather(records, ground.folders)]
    .filter(([, files]) => files.length >= ENOUGH)
    .map(([folder, files]) => suggestion(folder, files));
}

/** Folders that share a parent become that parent, one step up, never as far as a folder that was looked into. */
function gather(records: ReadonlyMap<string, FoundFile[]>, tops: readonly string[]): Map<string, FoundFile[]> {
  const siblings = new Map<string, number>();
  for (const folder of records.keys()) siblings.set(dirname(folder), (siblings.get(dirname(folder)) ?? 0) + 1);
  const gathered = new Map<string, FoundFile[]>();
  for (const [folder, files] of records) {
    const parent = dirname(folder);
    const isSeries = (siblings.get(parent) ?? 0) > 2 && !tops.includes(parent);
    const place = isSeries ? parent : folder;
    gathered.set(place, [...(gathered.get(place) ?? []), ...files]);
  }
  return gathered;
}

function suggestion(folder: string, files: readonly FoundFile[]): Detected {
  const { name, id } = titleOf(basename(folder), 'documents');
  return {
    source: folderSourceSchema.parse({
      kind: 'folder',
      id,
      name,
      tier: suggestTier(folder, 'important') === 'critical' ? 'important' : 'standard',
      paths: [folder],
    }),
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    newest: new Date(files.reduce((newest, { modified }) => Math.max(newest, modified), 0)).toISOString(),
    isInUse: false,
  };
}
