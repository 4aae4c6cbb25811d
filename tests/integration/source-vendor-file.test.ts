import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, truncate, utimes, writeFile } from 'node:fs/promises';
import nodePath, { dirname, join } from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { systemClock } from '../../src/main/clock.ts';
import { placeInSnapshot } from '../../src/main/engine/index.ts';
import type { OpenedCopy, SourceContext } from '../../src/main/sources/kind.ts';
import { vendorFileKind } from '../../src/main/sources/vendor-file/index.ts';
import { type SourceOf, vendorFileSourceSchema } from '../../src/shared/model/source.ts';
import { compareWitness } from '../../src/shared/model/witness.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { sourceContext } from '../support/source-world.ts';

const HOUR = 3_600_000;
let scratch: Scratch;
let folder: string;
let context: SourceContext;

beforeEach(async () => {
  scratch = scratchFolder();
  folder = join(scratch.path, 'backups');
  await mkdir(folder);
  context = await sourceContext(scratch.path);
});

afterEach(() => scratch.remove());

function sourceOf(pattern: string): SourceOf<'vendor-file'> {
  return vendorFileSourceSchema.parse({ kind: 'vendor-file', id: 'pms', name: 'PMS backup', tier: 'critical', folder, pattern });
}

async function file(name: string, bytes: Buffer | string, hoursOld: number): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const moment = new Date(systemClock.now().getTime() - hoursOld * HOUR);
  await utimes(path, moment, moment);
  return path;
}

async function prove(paths: string[], change?: (path: string) => Promise<void>): Promise<OpenedCopy> {
  const target = join(scratch.path, 'restored');
  for (const path of paths) {
    const to = join(target, placeInSnapshot(path, nodePath));
    await mkdir(dirname(to), { recursive: true });
    await cp(path, to, { preserveTimestamps: true });
    await change?.(to);
  }
  return await vendorFileKind.openForProof(sourceOf('*'), { folder: target, paths }, context);
}

/** A zip as vendors make them: one stored file, one deflated. */
function zip(contents: readonly (readonly [name: string, bytes: Buffer, method: 0 | 8])[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, bytes, method] of contents) {
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const common = Buffer.alloc(26);
    [20, 0, method, 0, 0].forEach((value, at) => common.writeUInt16LE(value, at * 2));
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(contents.length, 8);
  end.writeUInt16LE(contents.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, entries, end]);
}

const someZip = (): Buffer =>
  zip([
    ['a.dat', Buffer.from('stored as it is'), 0],
    ['b.dat', Buffer.alloc(100_000, 'deflated '), 8],
    ['none', Buffer.alloc(0), 0],
  ]);

describe('what is captured', () => {
  it('is the newest file and what belongs to it, with its time, size and count', async () => {
    await file('PMS_20261122.bak', 'TAPE one and more', 50);
    const newest = await file('PMS_20261124.bak', 'TAPE two and more', 3);
    const log = await file('PMS_20261124.log', 'fine', 3);
    await file('other.bak', 'TAPE', 1);
    const capture = await vendorFileKind.capture(sourceOf('pms_*.BAK'), context);
    expect(capture).toMatchObject({ files: [{ kind: 'paths', paths: [newest, log] }], isConsistent: true, warnings: [] });
    const witness = await capture.witness();
    expect(witness).toMatchObject({ isExact: true, environment: { filesOfPattern: '2' } });
    expect(witness.facts.slice(0, 2)).toEqual([
      { kind: 'count', subject: 'files', value: 2 },
      { kind: 'count', subject: 'bytes', value: 21 },
    ]);
    expect(compareWitness(witness, (await prove([newest, log])).witness)).toEqual([]);
  });

  it('is chosen by the date in the name where all files have the same time', async () => {
    await file('b-11-24-2026.bak', 'TAPE', 2);
    await file('c-12-30-2025.bak', 'TAPE', 2);
    const capture = await vendorFileKind.capture(sourceOf('*.bak'), context);
    expect(capture.files).toMatchObject([{ paths: [join(folder, 'b-11-24-2026.bak')] }]);
  });

  it('comes with a word when it is old, has shrunk, or is not what its name says', async () => {
    for (const day of [1, 2, 3]) await file(`x${day}.zip`, Buffer.alloc(1000), 24 * (10 - day));
    await file('x4.zip', 'PK no zip at all', 30);
    const capture = await vendorFileKind.capture(sourceOf('x*.zip'), context);
    expect(capture.warnings.map(({ code }) => code)).toEqual(['vendor-file-old', 'vendor-file-shrunk', 'vendor-file-unreadable']);
    expect(await vendorFileKind.look(sourceOf('x*.zip'), context)).toMatchObject({ isHealthy: false, isInUse: false });
  });

  it('is known to be unfinished when it changes while it is read', async () => {
    const path = await file('now.bak', 'TAPE the first half', 1);
    const capture = await vendorFileKind.capture(sourceOf('*.bak'), context);
    expect(capture.warnings).toEqual([]);
    await file('now.bak', 'TAPE the first half and the second', 0);
    const witness = await capture.witness();
    expect(witness.isExact).toBe(false);
    expect(capture.warnings).toEqual([{ code: 'vendor-file-growing' }]);
    expect(compareWitness(witness, (await prove([path])).witness)).toEqual([]);
  });

  it('must be there', async () => {
    await expect(vendorFileKind.capture(sourceOf('*.bak'), context)).rejects.toMatchObject({ code: 'source-not-found' });
    expect(await vendorFileKind.look(sourceOf('*.bak'), context)).toBeUndefined();
  });
});

describe('proof', () => {
  it('unpacks every file of a zip', async () => {
    const path = await file('a.zip', someZip(), 1);
    expect(await prove([path])).toMatchObject({ level: 'verified', damage: [] });
    execFileSync('python3', ['-c', 'import sys,zipfile; assert zipfile.ZipFile(sys.argv[1]).testzip() is None', path]);
  });

  it.each([
    [
      'a changed byte in a stored file',
      async (path: string) => await writeFile(path, (await readFile(path, 'latin1')).replace('stored', 'sTored'), 'latin1'),
      'zip: entry 1: wrong checksum',
    ],
    ['its end cut off', async (path: string) => await truncate(path, 300), 'zip: no directory at the end'],
  ])('finds a zip with %s', async (_, change, found) => {
    const path = await file('a.zip', someZip(), 1);
    expect((await prove([path], change)).damage).toEqual([found]);
  });

  it('reads a zip that another program made', async () => {
    const path = join(folder, 'other.zip');
    execFileSync('python3', [
      '-c',
      'import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1],"w",zipfile.ZIP_DEFLATED)\nwith z.open("a","w",force_zip64=True) as f: f.write(b"x"*70000)\nz.writestr("b","y")\nz.comment=b"made by hand"\nz.close()',
      path,
    ]);
    expect(await prove([path])).toMatchObject({ level: 'verified', damage: [] });
  });

  it('unpacks gzip to its end', async () => {
    const path = await file('a.sql.gz', gzipSync(Buffer.alloc(50_000, 'INSERT ')), 1);
    expect(await prove([path])).toMatchObject({ level: 'verified', damage: [] });
    expect((await prove([path], async (copy) => await truncate(copy, 60))).damage).toEqual(['gzip: Z_BUF_ERROR']);
  });

  it('has SQLite check its own', async () => {
    const path = join(folder, 'a.db');
    const db = new Database(path);
    db.exec(
      'CREATE TABLE t (x); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO t SELECT hex(randomblob(50)) FROM n',
    );
    db.close();
    expect(await prove([path])).toMatchObject({ level: 'verified', damage: [] });
    expect((await prove([path], async (copy) => await truncate(copy, 40_960))).damage).not.toEqual([]);
  });

  it('sees whether a script ended as its tool ends it', async () => {
    const script = '-- MariaDB dump 10.19\nCREATE TABLE a (b int);\n';
    const [whole, half] = [await file('a.sql', `${script}-- Dump completed on 2026-11-24 1:00:00\n`, 1), await file('b.sql', script, 1)];
    expect(await prove([whole])).toMatchObject({ level: 'verified', damage: [] });
    expect((await prove([half])).damage).toEqual(['the dump ends too early']);
  });

  it('claims no more than bytes of what only its own system can read', async () => {
    const path = await file('a.srb', Buffer.from([0, 1, 2, 3, 254]), 1);
    expect(await prove([path])).toMatchObject({ level: 'bytes', damage: [] });
    expect((await prove([await file('b.srb', '', 1)])).damage).toEqual(['not what its name says: empty']);
  });
});
