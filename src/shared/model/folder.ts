import { z } from 'zod';

/** One thing in a folder of this PC, as a person who chooses a folder sees it. */
export const folderEntrySchema = z.object({
  name: z.string(),
  path: z.string(),
  isFolder: z.boolean(),
  /** Undefined for folders, and where it cannot be read. */
  bytes: z.number().optional(),
  /** Last change, RFC 3339; undefined where it cannot be read. */
  mtime: z.string().optional(),
  isHidden: z.boolean(),
  /** Belongs to the operating system: nobody keeps a pharmacy's data in it. */
  isSystem: z.boolean(),
});
export type FolderEntry = z.infer<typeof folderEntrySchema>;

/** Where choosing a folder can begin. */
export const folderRootSchema = z.object({
  path: z.string(),
  kind: z.enum(['home', 'drive']),
  /** What the volume is called. */
  label: z.string().optional(),
  isRemovable: z.boolean(),
  freeBytes: z.number().optional(),
});
export type FolderRoot = z.infer<typeof folderRootSchema>;

/** A folder of the PC that the owner process runs on. */
export const listedFolderSchema = z.object({
  path: z.string(),
  /** Undefined at the top of a drive. */
  parent: z.string().optional(),
  /** Folders first, then in the order of names. */
  entries: z.array(folderEntrySchema),
  /** There are more entries than a person can look through; these are the first ones. */
  isCut: z.boolean(),
  roots: z.array(folderRootSchema),
});
export type ListedFolder = z.infer<typeof listedFolderSchema>;
