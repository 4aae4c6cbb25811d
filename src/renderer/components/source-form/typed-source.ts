import type { WrittenSource } from '../../../shared/model/open-forms.ts';
import { partsOf, type SingleSource, type Source, type SourceKindName } from '../../../shared/model/source.ts';
import { slugOf } from '../../../shared/model/slug-of.ts';

/** A source as it stands in the form. */
export interface TypedSource extends WrittenSource {
  /** Empty: the one that is kept, if there is one. A secret: it is handed over and not kept here. */
  password: string;
}

const EMPTY: TypedSource = {
  kind: 'folder',
  name: '',
  tier: 'important',
  runsOn: 'this-pc',
  controlledSubstances: false,
  movesDaily: false,
  paths: [''],
  exclude: '',
  folder: '',
  pattern: '',
  maxAgeHours: '26',
  path: '',
  host: '127.0.0.1',
  port: '',
  instance: '',
  database: '',
  user: '',
  password: '',
  backupFolder: { onServer: '', here: '' },
  trustServerCertificate: true,
  questions: [],
  members: [],
};

/** What a new form of a kind begins with. Databases matter most, and something new is expected in them. */
export function emptySource(kind: SourceKindName, runsOn: Source['runsOn'] = 'this-pc'): TypedSource {
  const isDatabase = kind !== 'folder' && kind !== 'group';
  return { ...EMPTY, kind, runsOn, tier: isDatabase ? 'critical' : 'important', movesDaily: isDatabase };
}

/** A source as the form shows it. */
export function typedOf(source: Source): TypedSource {
  const { kind, name, tier, runsOn, controlledSubstances, movesDaily } = source;
  const common = { ...EMPTY, kind, name, tier, runsOn, controlledSubstances, movesDaily };
  switch (source.kind) {
    case 'folder':
      return { ...common, paths: [...source.paths], exclude: source.exclude.join('\n') };
    case 'vendor-file':
      return { ...common, folder: source.folder, pattern: source.pattern, maxAgeHours: String(source.maxAgeHours) };
    case 'sqlite':
      return { ...common, path: source.path, questions: [...source.questions] };
    case 'group':
      return { ...common, members: source.members.map(({ id }) => id) };
    default:
      return { ...common, ...typedServer(source) };
  }
}

function typedServer(source: Extract<SingleSource, { host: string }>): Partial<TypedSource> {
  const { host, port, database, user, questions } = source;
  const server = { host, port: port === undefined ? '' : String(port), database, user, questions: [...questions] };
  if (source.kind !== 'sqlserver') return server;
  const { instance = '', backupFolder, trustServerCertificate } = source;
  return { ...server, instance, backupFolder, trustServerCertificate };
}

/** What the contract's schema is to check: only what this kind has. `others` are the sources a group can consist of. */
export function valueOfSource(typed: TypedSource, id: string, others: readonly SingleSource[]): unknown {
  const { kind, name, tier, runsOn, controlledSubstances, movesDaily } = typed;
  const common = { kind, id, name: name.trim(), tier, runsOn, controlledSubstances, movesDaily };
  switch (kind) {
    case 'folder':
      return { ...common, paths: typed.paths.map((path) => path.trim()), exclude: linesOf(typed.exclude) };
    case 'vendor-file':
      return { ...common, folder: typed.folder.trim(), pattern: typed.pattern.trim(), maxAgeHours: Number(typed.maxAgeHours) };
    case 'sqlite':
      return { ...common, path: typed.path.trim(), questions: typed.questions };
    case 'group':
      return { ...common, members: others.filter((one) => typed.members.includes(one.id)).map((one) => ({ ...one, tier, runsOn })) };
    default:
      return { ...common, ...serverValue(typed) };
  }
}

function serverValue({ kind, host, port, instance, database, user, questions, backupFolder, trustServerCertificate }: TypedSource) {
  const server = { host: host.trim(), database: database.trim(), user: user.trim(), questions, ...(port !== '' && { port: Number(port) }) };
  if (kind !== 'sqlserver') return server;
  return { ...server, backupFolder, trustServerCertificate, ...(instance.trim() !== '' && { instance: instance.trim() }) };
}

/** The id of a source: the one it has, else one made from its name. */
export function idOfSource(name: string, source: Source | undefined, taken: readonly string[]): string {
  return source?.id ?? slugOf(name, taken);
}

/** Sources that a group can be made of: single ones, and those that are in it already. */
export function possibleMembers(sources: readonly Source[], group: Source | undefined): SingleSource[] {
  const own = group?.kind === 'group' ? partsOf(group) : [];
  return [...own, ...sources.flatMap((source) => (source.kind === 'group' ? [] : [source]))];
}

/** What may be kept of a form that is not saved: everything but the password. */
export function withoutPassword({ password: _secret, ...written }: TypedSource): WrittenSource {
  return written;
}

/** Whether a kind is opened by a password. */
export function needsPassword(kind: SourceKindName): boolean {
  return kind === 'postgresql' || kind === 'mariadb' || kind === 'sqlserver';
}

/** Passwords to be kept, by part and name; none where none was typed. */
export function credentialsOfTyped({ kind, password }: TypedSource, id: string): Record<string, Record<string, string>> {
  return needsPassword(kind) && password !== '' ? { [id]: { password } } : {};
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
