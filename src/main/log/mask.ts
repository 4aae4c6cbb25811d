import { maskText, type PathMark, pathMark } from './mask-text.ts';

/** Deeper, longer or larger than this nothing in a log needs to be. */
const DEEPEST = 6;
const MOST_ITEMS = 50;

const HIDDEN = '<hidden>';

/** Words that a name of a secret value has in it, camel case and dashes taken apart. */
const SECRET_WORDS = new Set([
  'password',
  'passwords',
  'passwd',
  'passphrase',
  'pwd',
  'pin',
  'secret',
  'secrets',
  'token',
  'tokens',
  'credential',
  'credentials',
  'key',
  'keys',
  'sas',
  'sig',
  'signature',
  'authorization',
  'cookie',
  'connectionstring',
  'wrapped',
  'sealed',
  'recovery',
]);
/** Ends that make a name with one of these words harmless: a key's id opens nothing. */
const HARMLESS = new Set(['id', 'ids', 'count', 'name', 'label', 'code']);
const PATH_WORDS = new Set(['path', 'paths', 'file', 'folder', 'kept', 'target', 'location', 'locations', 'place', 'onserver', 'here']);
/** Names of what may be a word of the program or a person's own words. */
const NAME_WORDS = new Set(['name', 'names', 'value']);
const PRIVATE_WORDS = new Set(['command', 'args', 'sql', 'user', 'username', 'person', 'email', 'mail', 'patient', 'hostname']);

/** Makes what is written into the log harmless. The same path gets the same mark as long as the salt is the same. */
export function masker(salt: string): (value: unknown) => unknown {
  const mark = pathMark(salt);
  return (value) => maskValue(value, '', { mark, depth: 0, seen: new Set() });
}

interface Around {
  mark: PathMark;
  depth: number;
  /** Objects around this one: one that contains itself has no end. */
  seen: ReadonlySet<object>;
}

function maskValue(value: unknown, name: string, around: Around): unknown {
  const words = wordsOf(name);
  if (isSecret(words)) return value === undefined || typeof value === 'boolean' ? value : HIDDEN;
  if (typeof value === 'string') return maskNamed(value, words, around.mark);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (around.seen.has(value) || around.depth >= DEEPEST) return '<more>';
  return maskObject(value, name, { ...around, depth: around.depth + 1, seen: new Set([...around.seen, value]) });
}

function maskNamed(text: string, words: readonly string[], mark: PathMark): string {
  if (words.some((word) => PATH_WORDS.has(word))) return /^[a-z]{2,}:/.test(text) ? maskText(text, mark) : mark(text);
  if (words.some((word) => NAME_WORDS.has(word)) && !/^[a-z0-9.:-]*$/.test(text)) return mark(text);
  if (words.some((word) => PRIVATE_WORDS.has(word))) return HIDDEN;
  return maskText(text, mark);
}

function maskObject(value: object, name: string, around: Around): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'invalid' : value.toISOString();
  if (ArrayBuffer.isView(value)) return `<${value.byteLength} bytes>`;
  if (value instanceof Error) return maskError(value, around);
  if (value instanceof Map)
    return maskEntries(
      [...value].map(([key, item]: [unknown, unknown]) => [String(key), item]),
      around,
    );
  if (Array.isArray(value) || value instanceof Set) return maskItems([...value], name, around);
  return maskEntries(Object.entries(value), around);
}

function maskItems(items: readonly unknown[], name: string, around: Around): unknown[] {
  const masked = items.slice(0, MOST_ITEMS).map((item) => maskValue(item, name, around));
  return items.length > MOST_ITEMS ? [...masked, `<${items.length - MOST_ITEMS} more>`] : masked;
}

function maskEntries(entries: readonly (readonly [string, unknown])[], around: Around): Record<string, unknown> {
  const masked = entries.slice(0, MOST_ITEMS).map(([key, item]) => [maskText(key, around.mark), maskValue(item, key, around)] as const);
  return Object.fromEntries(masked);
}

/** Code, data and where in the program it came from; other errors have words of a library or of the system. */
function maskError(error: Error & { code?: unknown; data?: unknown; cause?: unknown }, around: Around): Record<string, unknown> {
  const isOurs = typeof error.data === 'object' && error.data !== null;
  return {
    error: error.name,
    ...(error.code !== undefined && { code: maskValue(error.code, '', around) }),
    ...(isOurs ? { data: maskValue(error.data, '', around) } : { message: maskText(error.message, around.mark) }),
    ...(error.cause !== undefined && { cause: maskValue(error.cause, '', around) }),
    stack: frames(error.stack ?? ''),
  };
}

/** Functions, files and lines of the first few calls, without the folders. */
function frames(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim().replace(/(\(|at |async )(?:file:\/\/)?[^\s()]*[\\/]([^\s()\\/]+)(\)?)$/, '$1$2$3'))
    .filter((line) => !/[\\/]/.test(line));
}

function isSecret(words: readonly string[]): boolean {
  return words.some((word) => SECRET_WORDS.has(word)) && !HARMLESS.has(words.at(-1) ?? '');
}

/** `accountKey` as `account`, `key` and, since it may be written in one, `accountkey`. */
function wordsOf(name: string): string[] {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return words.length > 1 ? [words.join(''), ...words] : words;
}
