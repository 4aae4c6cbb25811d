import { type DamageDetail, LifeboatError } from '../../../shared/errors/index.ts';
import { quoteName, unquoteName } from './go-quote.ts';
import { type Id, isId } from './id.ts';
import { encodeJson, parseJson } from './json.ts';
import { compareNames, nameFromBytes, nameToBytes } from './name.ts';
import { NODE_TYPES, type TreeNode } from './node.ts';

/** A directory: its entries, sorted by the bytes of their names, each name once. */
export interface Tree {
  nodes: TreeNode[];
}

const TYPES: ReadonlySet<string> = new Set(NODE_TYPES);
const OPTIONAL_STRINGS = ['mtime', 'atime', 'ctime', 'user', 'group', 'linktarget', 'linktarget_raw', 'error'] as const;
const OPTIONAL_NUMBERS = ['mode', 'size'] as const;
const OPTIONAL_INTEGERS = ['inode', 'device_id', 'links', 'device'] as const;

/** restic's order of keys; keys it does not name follow in their own order. */
const KEY_ORDER = [
  'name',
  'type',
  'mode',
  'mtime',
  'atime',
  'ctime',
  'uid',
  'gid',
  'user',
  'group',
  'inode',
  'device_id',
  'size',
  'links',
  'linktarget',
  'linktarget_raw',
  'extended_attributes',
  'generic_attributes',
  'device',
  'content',
  'subtree',
  'error',
] as const;
const KNOWN_KEYS: ReadonlySet<string> = new Set(KEY_ORDER);

/** The bytes of a tree blob; `nodes` must be sorted. */
export function encodeTree(tree: Tree): Buffer {
  return Buffer.concat([encodeJson({ nodes: tree.nodes.map(diskNode) }), Buffer.from('\n')]);
}

function diskNode(node: TreeNode): Record<string, unknown> {
  const disk: Record<string, unknown> = {};
  const fields = node as unknown as Record<string, unknown>;
  for (const key of KEY_ORDER) {
    const value = fields[key];
    if (value !== undefined && !isOmitted(key, value)) disk[key] = value;
  }
  for (const key of Object.keys(fields)) if (!KNOWN_KEYS.has(key)) disk[key] = fields[key];
  disk.name = quoteName(node.name);
  if (node.linktarget !== undefined && !node.linktarget.isWellFormed()) return withRawLinkTarget(disk, node.linktarget);
  return disk;
}

/** Go's `omitempty`: zero and the empty string are left out, except where the field has no such mark. */
function isOmitted(key: string, value: unknown): boolean {
  return (value === 0 || value === '') && key !== 'uid' && key !== 'gid' && key !== 'name';
}

/** A link target that is not UTF-8 goes as bytes beside its readable form, in restic's place for it. */
function withRawLinkTarget(disk: Record<string, unknown>, target: string): Record<string, unknown> {
  const bytes = nameToBytes(target);
  const ordered: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(disk)) {
    ordered[key] = value;
    if (key !== 'linktarget') continue;
    ordered.linktarget = bytes.toString('utf8');
    ordered.linktarget_raw = bytes.toString('base64');
  }
  return ordered;
}

/** The tree in a tree blob's bytes, or `tree-damaged`. Sizes and names are checked, names are not judged safe. */
export function decodeTree(id: Id, bytes: Uint8Array): Tree {
  const damaged = (detail: DamageDetail, cause?: unknown): LifeboatError =>
    new LifeboatError('tree-damaged', { tree: id, detail }, { cause });
  let value: unknown;
  try {
    value = parseJson(bytes);
  } catch (error) {
    throw damaged('not-json', error);
  }
  // restic writes an empty list as null when it made the tree from nothing.
  const nodes = isRecord(value) ? (value.nodes ?? []) : undefined;
  if (!Array.isArray(nodes)) throw damaged('wrong-shape');
  for (const node of nodes) if (!isRecord(node) || !reviveNode(node)) throw damaged('wrong-shape');
  const tree = { nodes: nodes as TreeNode[] };
  if (!isSorted(tree.nodes)) throw damaged('unsorted');
  return tree;
}

/** Checks a parsed node and turns its quoted names into real ones, in place. */
function reviveNode(node: Record<string, unknown>): boolean {
  if (!hasNodeShape(node)) return false;
  const name = unquoteName(node.name as string);
  if (name === undefined) return false;
  if ('bytes' in name) node.name = nameFromBytes(name.bytes);
  if (typeof node.linktarget_raw === 'string') {
    node.linktarget = nameFromBytes(Buffer.from(node.linktarget_raw, 'base64'));
    delete node.linktarget_raw;
  }
  // Left out where it is zero, which is a mode like any other.
  node.mode ??= 0;
  node.content ??= null;
  return true;
}

function hasNodeShape(node: Record<string, unknown>): boolean {
  if (typeof node.name !== 'string' || !TYPES.has(node.type as string)) return false;
  if (!isCount(node.uid) || !isCount(node.gid)) return false;
  for (const key of OPTIONAL_STRINGS) if (node[key] !== undefined && typeof node[key] !== 'string') return false;
  for (const key of OPTIONAL_NUMBERS) if (node[key] !== undefined && !isCount(node[key])) return false;
  for (const key of OPTIONAL_INTEGERS) if (node[key] !== undefined && !isCount(node[key]) && typeof node[key] !== 'bigint') return false;
  return hasAttributesShape(node) && hasReferencesShape(node);
}

function hasReferencesShape({ content, subtree }: Record<string, unknown>): boolean {
  if (subtree !== undefined && !isId(subtree)) return false;
  return content === undefined || content === null || (Array.isArray(content) && content.every(isId));
}

function hasAttributesShape(node: Record<string, unknown>): boolean {
  const { extended_attributes: extended, generic_attributes: generic } = node;
  if (generic !== undefined && !isRecord(generic)) return false;
  if (extended === undefined) return true;
  return (
    Array.isArray(extended) &&
    extended.every(
      (entry) => isRecord(entry) && typeof entry.name === 'string' && (entry.value === null || typeof entry.value === 'string'),
    )
  );
}

function isSorted(nodes: readonly TreeNode[]): boolean {
  for (let i = 1; i < nodes.length; i++) {
    if (compareNames((nodes[i - 1] as TreeNode).name, (nodes[i] as TreeNode).name) >= 0) return false;
  }
  return true;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
