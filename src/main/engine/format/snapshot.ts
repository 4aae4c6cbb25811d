import { z } from 'zod';
import { isId } from './id.ts';
import { encodeJson, parseJson } from './json.ts';
import { parseTime } from './time.ts';

const id = z.string().refine(isId);
const time = z.string().refine((text) => parseTime(text) !== undefined);
const strings = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? undefined);

/** What a backup counted; restic 0.17 and later write and show the same fields. */
const summary = z.looseObject({
  backup_start: time,
  backup_end: time,
  files_new: z.number(),
  files_changed: z.number(),
  files_unmodified: z.number(),
  dirs_new: z.number(),
  dirs_changed: z.number(),
  dirs_unmodified: z.number(),
  data_blobs: z.number(),
  tree_blobs: z.number(),
  /** Bytes of new blobs, before compression. */
  data_added: z.number(),
  /** Bytes they take in the repository. */
  data_added_packed: z.number(),
  total_files_processed: z.number(),
  total_bytes_processed: z.number(),
});

const schema = z.looseObject({
  /** When the backup began. */
  time,
  parent: id.optional(),
  tree: id,
  paths: z.array(z.string()),
  hostname: z.string().optional(),
  username: z.string().optional(),
  uid: z.number().optional(),
  gid: z.number().optional(),
  excludes: strings,
  tags: strings,
  /** The snapshot this one is a copy or a rewriting of. */
  original: id.optional(),
  program_version: z.string().optional(),
  summary: summary.optional(),
});

/** A snapshot file's content, in restic's on-disk form. */
export type Snapshot = z.infer<typeof schema>;
export type SnapshotSummary = z.infer<typeof summary>;

const KEY_ORDER = [
  'time',
  'parent',
  'tree',
  'paths',
  'hostname',
  'username',
  'uid',
  'gid',
  'excludes',
  'tags',
  'original',
  'program_version',
  'summary',
];

/** JSON of a snapshot file. */
export function encodeSnapshot(snapshot: Snapshot): Buffer {
  const keys = [...KEY_ORDER, ...Object.keys(snapshot).filter((key) => !KEY_ORDER.includes(key))];
  return encodeJson(Object.fromEntries(keys.map((key) => [key, snapshot[key]]).filter(([, value]) => value !== undefined)));
}

/** The snapshot in a snapshot file's JSON; throws if it is none. */
export function decodeSnapshot(bytes: Uint8Array): Snapshot {
  return schema.parse(parseJson(bytes));
}
