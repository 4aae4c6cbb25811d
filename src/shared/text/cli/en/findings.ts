/** What check found, by the kind of finding. `id` is the file, pack, blob or tree; `detail` what else helps. */
export const englishFindings = {
  'index-unreadable': (id: string): string => `The index file ${id} cannot be read. Run "lifeboat repair index".`,
  'snapshot-unreadable': (id: string): string => `The snapshot ${id} cannot be read.`,
  'pack-missing': (id: string): string => `The data file ${id} is missing.`,
  'pack-not-indexed': (id: string): string => `The data file ${id} is in no index; pruning removes it.`,
  'pack-wrong-size': (id: string): string => `The data file ${id} does not have the length the index expects.`,
  'pack-indexed-twice': (id: string): string => `The data file ${id} is named by more than one index file.`,
  'pack-damaged': (id: string): string => `The data file ${id} is damaged: its content does not fit its name.`,
  'pack-header-damaged': (id: string): string => `The list of contents of the data file ${id} is damaged.`,
  'pack-index-mismatch': (id: string): string => `The data file ${id} does not hold what the index says. Run "lifeboat repair index".`,
  'pack-unreadable': (id: string): string => `The data file ${id} cannot be read.`,
  'pack-mixed': (id: string): string => `The data file ${id} holds both folders and file contents, as old programs wrote it.`,
  'blob-damaged': (id: string, detail?: string): string => `The piece of data ${id}${inside(detail)} is damaged.`,
  'blob-missing': (id: string, detail?: string): string => `The piece of data ${id}${neededBy(detail)} is missing.`,
  'tree-missing': (id: string, detail?: string): string => `The folder listing ${id}${neededBy(detail)} is missing.`,
  'tree-damaged': (id: string, detail?: string): string => `The folder listing ${id}${neededBy(detail)} is damaged.`,
  'node-damaged': (id: string, detail?: string): string => `An entry of the folder listing ${id}${neededBy(detail)} makes no sense.`,
  'blob-unused': (id: string): string => `The piece of data ${id} is used by no snapshot; pruning removes it.`,
};

function inside(detail: string | undefined): string {
  return detail === undefined ? '' : ` in ${detail}`;
}

function neededBy(detail: string | undefined): string {
  return detail === undefined ? '' : ` (${detail})`;
}
