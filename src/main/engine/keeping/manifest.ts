import { open, readFile, rename } from 'node:fs/promises';
import { z } from 'zod';
import { LifeboatError } from '../../../shared/errors/index.ts';
import { entryPath } from '../filesystem/index.ts';
import { pathForSystem } from '../format/name.ts';

/** What a restore replaced and made, so that it can be undone. Paths are absolute; see format/name.ts for their encoding. */
const manifestSchema = z.object({
  /** Replaced files and links; `kept` names the file in the folder that holds what was there, `leadsTo` a link's target. */
  replaced: z.array(z.object({ path: z.string(), kept: z.string().optional(), leadsTo: z.string().optional() })),
  /** Files, links and folders that were not there; folders before what lies in them. */
  made: z.array(z.object({ path: z.string(), isFolder: z.boolean() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

const NAME = 'replaced.json';

/** Writes the manifest so that it is there, whole, before anything is replaced. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const temporary = entryPath(folder, `${NAME}.new`);
  const file = await open(pathForSystem(temporary), 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(manifest));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(pathForSystem(temporary), pathForSystem(entryPath(folder, NAME)));
}

/** `value-invalid` if the folder holds nothing that a restore kept. */
export async function readManifest(folder: string): Promise<Manifest> {
  const expected = 'a folder in which a restore kept what it replaced';
  try {
    return manifestSchema.parse(JSON.parse(await readFile(pathForSystem(entryPath(folder, NAME)), 'utf8')));
  } catch (error) {
    throw new LifeboatError('value-invalid', { name: 'folder', value: folder, expected }, { cause: error });
  }
}
