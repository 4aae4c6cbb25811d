import { chmodSync, chownSync, closeSync, lstatSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { applyMetadata, scanDirectory, scanEntry } from '../../../../../src/main/engine/filesystem/index.ts';
import { linuxNative } from '../../../../../src/main/engine/filesystem/native/index.ts';
import type { TreeNode } from '../../../../../src/main/engine/format/node.ts';
import { withScratch } from '../../../../support/scratch.ts';
import { asNobody, asRoot, attributesAreKept, bytesPath, fillOddly } from './odd-folder.ts';

const onLinux = process.platform === 'linux' ? describe : describe.skip;
const rootOnly = asRoot ? test : test.skip;
const withAttributes = (await attributesAreKept()) ? test : test.skip;

const TIME = '1999-12-31T23:59:59.987654321Z';

function node(fields: Partial<TreeNode>): TreeNode {
  return { name: 'n', type: 'file', uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, content: null, ...fields };
}

function look(path: string): TreeNode {
  return scanEntry(path, 'n').node;
}

onLinux('metadata is given back', () => {
  test('so that a look at the entry shows the same node again', () =>
    withScratch((path) => {
      fillOddly(path);
      chmodSync(join(path, 'plain'), 0o4510);
      for (const kind of ['plain', 'folder', 'dangling', 'fifo', 'b\udcffa'])
        linuxNative()?.setTimes(join(path, kind), 1n, 946_684_799_987_654_321n);
      const nodes = scanDirectory(path).nodes.filter(({ mtime }) => mtime === TIME);
      expect(nodes).toHaveLength(6);
      mkdirSync(join(path, 'again', 'folder'), { recursive: true });
      for (const name of ['plain', 'b\udcffa', 'second name'])
        closeSync(openSync(bytesPath(join(path, 'again'), name === 'b\udcffa' ? Buffer.from([0x62, 0xff, 0x61]) : name), 'w'));
      symlinkSync('nowhere', join(path, 'again', 'dangling'));
      linuxNative()?.makeNode(join(path, 'again', 'fifo'), 0o010600, 0n);
      for (const each of nodes) expect(applyMetadata(join(path, 'again', each.name), each)).toEqual([]);
      const comparable = ({ name, type, mode, mtime, uid, gid, linktarget }: TreeNode): object => ({
        name,
        type,
        mode,
        mtime,
        uid,
        gid,
        linktarget,
      });
      expect(scanDirectory(join(path, 'again')).nodes.map(comparable)).toEqual(nodes.map(comparable));
    }));

  test('of a symlink to the symlink, never to what it leads to', () =>
    withScratch((path) => {
      writeFileSync(join(path, 'victim'), '', { mode: 0o600 });
      symlinkSync('victim', join(path, 'link'));
      const before = lstatSync(join(path, 'victim'), { bigint: true });
      expect(applyMetadata(join(path, 'link'), node({ type: 'symlink', mode: 2 ** 27 + 0o777, mtime: TIME }))).toEqual([]);
      // A link where the snapshot has a file: the mode must not pass through it either.
      expect(applyMetadata(join(path, 'link'), node({ mode: 0o777, mtime: TIME }))).toEqual([]);
      const after = lstatSync(join(path, 'victim'), { bigint: true });
      expect([after.mode, after.mtimeNs, after.uid]).toEqual([before.mode, before.mtimeNs, before.uid]);
      expect(look(join(path, 'link')).mtime).toBe(TIME);
    }));

  test('with the access time the node has, before 1970 too', () =>
    withScratch((path) => {
      writeFileSync(join(path, 'f'), '');
      applyMetadata(join(path, 'f'), node({ mtime: '1960-01-01T00:00:00.000000001Z', atime: '2030-01-01T00:00:00.5Z' }));
      const stats = lstatSync(join(path, 'f'), { bigint: true });
      expect([stats.mtimeNs, stats.atimeNs]).toEqual([-315_619_199_999_999_999n, 1_893_456_000_500_000_000n]);
    }));

  withAttributes('with exactly the extended attributes of the node, on a file that is read-only too', () =>
    withScratch((path) => {
      writeFileSync(join(path, 'f'), '');
      linuxNative()?.setAttribute(join(path, 'f'), 'user.old', Buffer.from('old'));
      linuxNative()?.setAttribute(join(path, 'f'), 'user.both', Buffer.from('old'));
      const extended_attributes = [
        { name: 'user.both', value: 'AP92' },
        { name: 'user.empty', value: '' },
      ];
      expect(applyMetadata(join(path, 'f'), node({ mode: 0o400, mtime: TIME, extended_attributes }))).toEqual([]);
      const found = look(join(path, 'f'));
      expect(found.extended_attributes?.sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual(extended_attributes);
      expect([found.mode, found.mtime]).toEqual([0o400, TIME]);
    }),
  );

  withAttributes('as far as it goes: what cannot be set is said, the rest is set', () =>
    withScratch((path) => {
      writeFileSync(join(path, 'f'), '');
      const extended_attributes = [
        { name: 'no-such-kind.x', value: '' },
        { name: 'user.a\0b', value: '' },
        { name: 'user.fine', value: 'AA==' },
      ];
      const unset = applyMetadata(join(path, 'f'), node({ mode: 0o640, mtime: TIME, extended_attributes }));
      expect(unset).toEqual([{ detail: 'extended-attributes', reason: 'EINVAL' }]);
      expect(look(join(path, 'f'))).toMatchObject({
        mode: 0o640,
        mtime: TIME,
        extended_attributes: [{ name: 'user.fine', value: 'AA==' }],
      });
    }),
  );

  rootOnly('with owner and setuid, though changing the owner clears it', () =>
    withScratch((path) => {
      writeFileSync(join(path, 'f'), '');
      expect(applyMetadata(join(path, 'f'), node({ uid: 12_345, gid: 54_321, mode: 2 ** 23 + 2 ** 22 + 0o755 }))).toEqual([]);
      expect(look(join(path, 'f'))).toMatchObject({ uid: 12_345, gid: 54_321, mode: 2 ** 23 + 2 ** 22 + 0o755 });
    }),
  );

  rootOnly('without complaint about owners an ordinary user cannot set, but not about other people\u2019s files', () =>
    withScratch((path) => {
      chmodSync(path, 0o777);
      writeFileSync(join(path, 'mine'), '');
      chownSync(join(path, 'mine'), 65_534, 65_534);
      const extended_attributes = [{ name: 'trusted.x', value: 'AA==' }];
      expect(
        asNobody(() => applyMetadata(join(path, 'mine'), node({ uid: 0, gid: 0, mode: 0o640, mtime: TIME, extended_attributes }))),
      ).toEqual([]);
      expect(look(join(path, 'mine'))).toMatchObject({ uid: 65_534, mode: 0o640, mtime: TIME });
      writeFileSync(join(path, 'theirs'), '');
      const unset = asNobody(() => applyMetadata(join(path, 'theirs'), node({ mode: 0o600, mtime: TIME })));
      expect(unset).toEqual([
        { detail: 'times', reason: 'EPERM' },
        { detail: 'mode', reason: 'EPERM' },
      ]);
    }),
  );

  test('to an entry that is gone: everything is said, nothing thrown', () => {
    const unset = applyMetadata(
      '/nowhere/at/all',
      node({ mode: 0o600, mtime: TIME, extended_attributes: [{ name: 'user.x', value: '' }] }),
    );
    expect(unset.map(({ detail, reason }) => [detail, reason])).toEqual(
      ['owner', 'extended-attributes', 'times', 'mode'].map((detail) => [detail, 'ENOENT']),
    );
  });
});
