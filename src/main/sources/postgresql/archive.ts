import { open } from 'node:fs/promises';
import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import { runTool, streamTool, type Tool } from '../tools/index.ts';

/** What pg_restore can say of a dump without a server. */
export interface Archive {
  path: string;
  /** The statement that makes the database, up to its name and from behind it: encoding and collation are in it. */
  creation: string | undefined;
  /** Statements about the database itself, each up to its name and from behind it: settings, rights, owner, comment. */
  settings: { before: string; after: string }[];
  /** Extensions that the server needs. */
  extensions: string[];
}

const NAME = String.raw`(?:"(?:[^"]|"")+"|[\w$]+)`;
const CREATION = new RegExp(`^CREATE DATABASE (${NAME}) (.*);$`, 'm');
const EXTENSION = new RegExp(`^CREATE EXTENSION IF NOT EXISTS (${NAME}) `, 'gm');

/** Reads the dump's table of contents and definitions. `dump-damaged` if pg_restore cannot. */
export async function readArchive(tool: Tool, path: string, signal: AbortSignal): Promise<Archive> {
  await checkHead(path);
  const args = ['--create', '--schema-only', '--section=pre-data', '--file=-', path];
  const sql = await asDamage(path, async () => (await runTool(tool, args, { signal })).stdout);
  const [, name, creation] = CREATION.exec(sql) ?? [];
  const extensions = [...sql.matchAll(EXTENSION)].map((match) => unquoted(match[1] ?? ''));
  return { path, creation, settings: name === undefined ? [] : settingsOf(sql, name), extensions };
}

/** Reads the dump to its last byte. `dump-damaged` if something is missing or does not fit. */
export async function readWhole(tool: Tool, path: string, signal: AbortSignal): Promise<void> {
  await checkHead(path);
  await asDamage(path, async () => {
    for await (const _ of streamTool(tool, ['--file=-', path], { signal }));
  });
}

/** A custom dump begins with PGDMP; pg_restore's own words about other files help nobody. */
async function checkHead(path: string): Promise<void> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(5), 0, 5, 0);
    if (bytesRead < 5 || buffer.toString('latin1') !== 'PGDMP') throw new LifeboatError('dump-damaged', { file: path });
  } finally {
    await file.close();
  }
}

async function asDamage<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isLifeboatError(error, 'tool-failed')) throw error;
    if (/unsupported version/.test(error.data.detail)) throw error;
    throw new LifeboatError('dump-damaged', { file: path }, { cause: error });
  }
}

function settingsOf(sql: string, name: string): { before: string; after: string }[] {
  const about = ['ALTER DATABASE ', 'COMMENT ON DATABASE ', 'GRANT .* ON DATABASE ', 'REVOKE .* ON DATABASE '];
  const pattern = new RegExp(`^(${about.join('|')})${escaped(name)}( .*;)$`, 'gm');
  return [...sql.matchAll(pattern)].map(([, before = '', after = '']) => ({ before, after }));
}

function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
