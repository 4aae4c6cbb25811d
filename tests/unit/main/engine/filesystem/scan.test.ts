import { chmodSync, chownSync, lstatSync, mkdirSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from '@jest/globals';
import { type DirectoryScan, scanDirectory, scanEntry } from '../../../../../src/main/engine/filesystem/index.ts';
import { linuxNative } from '../../../../../src/main/engine/filesystem/native/index.ts';
import type { TreeNode } from '../../../../../src/main/engine/format/node.ts';
import { withScratch } from '../../../../support/scratch.ts';
import { asNobody, asRoot, attributesAreKept, bytesPath, fillOddly } from './odd-folder.ts';

const onLinux = process.platform === 'linux' ? describe : describe.skip;
const rootOnly = asRoot ? test : test.skip;
const withAttributes = (await attributesAreKept()) ? test : test.skip;

function nodeOf(scan: DirectoryScan, name: string): TreeNode {
  const node = scan.nodes.find((each) => each.name === name);
  if (!node) throw new Error(`${JSON.stringify(name)} is not in the scan`);
  return node;
}

onLinux('a directory', () => {
  test('is listed whole, in the order of the names\u2019 bytes', () =>
    withScratch((path) => {
      fillOddly(path);
      const scan = scanDirectory(path);
      expect(scan.nodes.map(({ name, type }) => [name, type])).toEqual([
        ['b\udcffa', 'file'],
        ['dangling', 'symlink'],
        ['fifo', 'fifo'],
        ['folder', 'dir'],
        ['new\nline', 'file'],
        ['plain', 'file'],
        ['raw target', 'symlink'],
        ['second name', 'file'],
        ['é\u{1f600}', 'file'],
      ]);
      expect([scan.failures, scan.incomplete, scan.foreign]).toEqual([[], [], []]);
    }));

  test('gives files their size and links, and the device only where it tells hard links apart', () =>
    withScratch((path) => {
      fillOddly(path);
      const { dev, ino } = lstatSync(join(path, 'plain'));
      const scan = scanDirectory(path);
      expect(nodeOf(scan, 'second name')).toMatchObject({ size: 5, links: 2, inode: ino, device_id: dev, content: null });
      expect(nodeOf(scan, 'b\udcffa')).toMatchObject({ size: 1, links: 1 });
      expect(nodeOf(scan, 'b\udcffa')).not.toHaveProperty('device_id');
      expect(Object.keys(nodeOf(scan, 'folder'))).toEqual(expect.not.arrayContaining(['size', 'links', 'device_id', 'linktarget']));
      expect(Object.keys(nodeOf(scan, 'fifo'))).toEqual(expect.not.arrayContaining(['size', 'links', 'device']));
    }));

  test('gives symlinks their targets, byte for byte', () =>
    withScratch((path) => {
      fillOddly(path);
      expect(nodeOf(scanDirectory(path), 'dangling').linktarget).toBe('nowhere');
      expect(nodeOf(scanDirectory(path), 'raw target').linktarget).toBe('t\udcfe');
      expect(readlinkSync(join(path, 'raw target'), 'buffer')).toEqual(Buffer.from([0x74, 0xfe]));
    }));

  test('gives times to the nanosecond, with the modification time in the access time\u2019s place', () =>
    withScratch((path) => {
      fillOddly(path);
      linuxNative()?.setTimes(join(path, 'plain'), 5n, 1_234_567_890_123_456_789n);
      linuxNative()?.setTimes(join(path, 'dangling'), 5n, -1n);
      const scan = scanDirectory(path);
      expect(nodeOf(scan, 'plain')).toMatchObject({ mtime: '2009-02-13T23:31:30.123456789Z', atime: '2009-02-13T23:31:30.123456789Z' });
      expect(nodeOf(scan, 'dangling').mtime).toBe('1969-12-31T23:59:59.999999999Z');
    }));

  test('gives modes in Go\u2019s form', () =>
    withScratch((path) => {
      fillOddly(path);
      chmodSync(join(path, 'plain'), 0o4751);
      chmodSync(join(path, 'folder'), 0o1777);
      const scan = scanDirectory(path);
      expect(nodeOf(scan, 'plain').mode).toBe(2 ** 23 + 0o751);
      expect(nodeOf(scan, 'folder').mode).toBe(2 ** 31 + 2 ** 20 + 0o777);
      expect(nodeOf(scan, 'fifo').mode).toBe(2 ** 25 + 0o644);
    }));

  withAttributes('gives extended attributes of any bytes, of any name', () =>
    withScratch((path) => {
      fillOddly(path);
      linuxNative()?.setAttribute(join(path, 'b\udcffa'), 'user.note', Buffer.from([0, 0xff, 0x76]));
      linuxNative()?.setAttribute(join(path, 'folder'), 'user.empty', Buffer.alloc(0));
      linuxNative()?.setAttribute(join(path, 'folder'), 'user.é', Buffer.alloc(3000, 1));
      const scan = scanDirectory(path);
      expect(nodeOf(scan, 'b\udcffa').extended_attributes).toEqual([{ name: 'user.note', value: 'AP92' }]);
      expect(nodeOf(scan, 'folder').extended_attributes).toEqual(
        expect.arrayContaining([
          { name: 'user.empty', value: '' },
          { name: 'user.é', value: Buffer.alloc(3000, 1).toString('base64') },
        ]),
      );
      expect(nodeOf(scan, 'plain')).not.toHaveProperty('extended_attributes');
    }),
  );

  test('records a socket', () =>
    withScratch(async (path) => {
      const server = createServer().listen(join(path, 'socket'));
      await new Promise((resolve) => server.once('listening', resolve));
      expect(nodeOf(scanDirectory(path), 'socket').type).toBe('socket');
      server.close();
    }));

  rootOnly('names owners that have names, and gives devices their numbers', () =>
    withScratch((path) => {
      fillOddly(path);
      chownSync(join(path, 'plain'), 3_000_000_001, 3_000_000_002);
      linuxNative()?.makeNode(join(path, 'null'), 0o020666, 0x103n);
      linuxNative()?.makeNode(join(path, 'loop'), 0o060660, 0x700n);
      const scan = scanDirectory(path);
      expect(nodeOf(scan, 'plain')).toMatchObject({ uid: 3_000_000_001, gid: 3_000_000_002 });
      expect(Object.keys(nodeOf(scan, 'plain'))).toEqual(expect.not.arrayContaining(['user', 'group']));
      expect(nodeOf(scan, 'folder')).toMatchObject({ uid: 0, user: 'root', group: 'root' });
      expect(nodeOf(scan, 'null')).toMatchObject({ type: 'chardev', device: 259, links: 1 });
      expect(nodeOf(scan, 'loop')).toMatchObject({ type: 'dev', device: 1792 });
    }),
  );

  rootOnly('whose entries must not be looked at gives them as failures', () =>
    withScratch((path) => {
      chmodSync(path, 0o755);
      mkdirSync(join(path, 'closed'));
      writeFileSync(join(path, 'closed', 'x'), '');
      chmodSync(join(path, 'closed'), 0o744);
      expect(asNobody(() => scanDirectory(join(path, 'closed')))).toMatchObject({ nodes: [], failures: [{ name: 'x', reason: 'EACCES' }] });
      chmodSync(join(path, 'closed'), 0o700);
      expect(() => asNobody(() => scanDirectory(join(path, 'closed')))).toThrow(
        expect.objectContaining({ code: 'source-unreadable', data: { path: join(path, 'closed'), reason: 'EACCES' } }),
      );
    }),
  );

  test('that is none, or gone, is unreadable', () =>
    withScratch((path) => {
      symlinkSync('/', join(path, 'link'));
      writeFileSync(join(path, 'file'), '');
      for (const [name, reason] of [
        ['link', 'ENOTDIR'],
        ['file', 'ENOTDIR'],
        ['gone', 'ENOENT'],
      ] as const) {
        expect(() => scanDirectory(join(path, name))).toThrow(
          expect.objectContaining({ code: 'source-unreadable', data: { path: join(path, name), reason } }),
        );
      }
    }));

  test('tells which entries are mount points', () => {
    expect(scanDirectory('/').foreign).toContain('proc');
  });

  test('of a name that is no UTF-8 is listed too', () =>
    withScratch((path) => {
      mkdirSync(bytesPath(path, Buffer.from([0xe9])));
      writeFileSync(Buffer.concat([bytesPath(path, Buffer.from([0xe9])), Buffer.from('/in')]), 'abc');
      expect(scanDirectory(join(path, '\udce9')).nodes).toMatchObject([{ name: 'in', size: 3 }]);
    }));

  withAttributes('looks the same from a worker thread', () =>
    withScratch(async (path) => {
      fillOddly(path);
      linuxNative()?.setAttribute(join(path, 'plain'), 'user.note', Buffer.from('x'));
      const module = new URL('../../../../../src/main/engine/filesystem/index.ts', import.meta.url).href;
      const code = `const { parentPort, workerData: [module, path] } = require('node:worker_threads');
        import(module).then(({ scanDirectory }) => parentPort.postMessage(scanDirectory(path)));`;
      const worker = new Worker(code, { eval: true, workerData: [module, path] });
      const seen = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
      await worker.terminate();
      expect(seen).toEqual(scanDirectory(path));
    }),
  );
});

onLinux('a single entry', () => {
  test('is called as asked, and followed only if asked', () =>
    withScratch((path) => {
      fillOddly(path);
      symlinkSync('folder', join(path, 'to folder'));
      expect(scanEntry(join(path, 'to folder'), 'name')).toMatchObject({ node: { name: 'name', type: 'symlink', linktarget: 'folder' } });
      expect(scanEntry(join(path, 'to folder'), 'name', { follow: true })).toMatchObject({
        node: { name: 'name', type: 'dir' },
      });
    }));

  test('that is not there is not found', () =>
    withScratch((path) => {
      fillOddly(path);
      const missing = expect.objectContaining({ code: 'source-not-found' });
      expect(() => scanEntry(join(path, 'none'), 'x')).toThrow(missing);
      expect(() => scanEntry(join(path, 'plain', 'below'), 'x')).toThrow(missing);
      expect(() => scanEntry(join(path, 'dangling'), 'x', { follow: true })).toThrow(missing);
    }));
});
