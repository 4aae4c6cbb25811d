import { type SetupFileProblem, LifeboatError } from '../../../shared/errors/index.ts';
import { type SetupFile, setupFileSchema } from '../../../shared/model/setup-file.ts';
import { readNamedFile } from '../options/named-file.ts';

/** Says what is wrong with the file, and where in it. */
export type Refuse = (problem: SetupFileProblem, field: string, expected?: string) => LifeboatError;

/** Reads a set-up file's text and shape. `setup-file-invalid` names the first field that is not right, never what stands there. */
export async function readSetupFile(path: string): Promise<{ file: SetupFile; refuse: Refuse }> {
  const refuse: Refuse = (problem, field, expected = '') => new LifeboatError('setup-file-invalid', { path, problem, field, expected });
  const raw = parseJson((await readNamedFile(path)).toString('utf8').replace(/^\ufeff/, ''), refuse);
  const parsed = setupFileSchema.safeParse(raw);
  if (parsed.success) return { file: parsed.data, refuse };
  throw problemOf(parsed.error.issues[0] as unknown as Issue, raw, refuse);
}

function parseJson(text: string, refuse: Refuse): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // What the parser says quotes the file, which may have a secret in it after all; only the place is told.
    const [, place = ''] = /\((line \d+ column \d+)\)/.exec(String(error)) ?? [];
    throw refuse('not-json', place);
  }
}

/** What a schema says of one field; its kinds of issue have more than these, each some of them. */
interface Issue {
  code: string;
  path: (string | number)[];
  message: string;
  keys?: string[];
  values?: unknown[];
  options?: unknown[];
  expected?: string;
  origin?: string;
  minimum?: number;
}

const SECRETS: ReadonlySet<unknown> = new Set(['password', 'accountKey', 'sasToken', 'connectionString']);

function problemOf(issue: Issue, raw: unknown, refuse: Refuse): LifeboatError {
  const { path, keys } = issue;
  if (keys !== undefined) return refuse('unknown', fieldName([...path, keys[0] ?? '']));
  if (valueAt(raw, path) === undefined) return refuse('missing', fieldName(path));
  return refuse('wrong', fieldName(path), expectedBy(issue));
}

function expectedBy({ path, message, values, options, expected, origin, minimum }: Issue): string {
  if (SECRETS.has(path.at(-1))) return '{ "env": "NAME_OF_A_VARIABLE" }';
  const choices = values ?? options;
  if (choices !== undefined) return choices.join(', ');
  if (minimum !== undefined) return origin === 'array' || origin === 'string' ? `at least ${minimum}` : message.replace(/^.*?:\s*/, '');
  return expected ?? message.replace(/^Invalid input(: )?/, '');
}

/** A field as it would be written in a program: `sources[0].path`. */
export function fieldName(path: readonly (string | number)[]): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('');
}

function valueAt(raw: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, part) => (Object(value) as Record<string | number, unknown>)[part], raw);
}
