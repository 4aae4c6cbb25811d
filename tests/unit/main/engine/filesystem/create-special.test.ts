import { chmodSync, lstatSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createSpecial } from '../../../../../src/main/engine/filesystem/index.ts';
import type { TreeNode } from '../../../../../src/main/engine/format/node.ts';
import { withScratch } from '../../../../support/scratch.ts';
import { asNobody, asRoot } from './odd-folder.ts';

const onLinux = process.platform === 'linux' ? test : test.skip;
const rootOnly = asRoot ? test : test.skip;

function node(type: TreeNode['type'], device?: number): TreeNode {
  return { name: 'n', type, uid: 0, gid: 0, content: null, ...(device !== undefined && { device }) };
}

onLinux('a fifo is made, for its owner only at first', () =>
  withScratch((path) => {
    expect(createSpecial(join(path, 'f\udcff'), node('fifo'))).toBeUndefined();
    const stats = lstatSync(Buffer.concat([Buffer.from(`${path}/f`), Buffer.of(0xff)]));
    expect([stats.isFIFO(), stats.mode & 0o077]).toEqual([true, 0]);
  }),
);

rootOnly('devices are made with their number', () =>
  withScratch((path) => {
    expect(createSpecial(join(path, 'c'), node('chardev', 0x103))).toBeUndefined();
    expect(createSpecial(join(path, 'b'), node('dev', 0x700))).toBeUndefined();
    expect([lstatSync(join(path, 'c')).isCharacterDevice(), lstatSync(join(path, 'c')).rdev]).toEqual([true, 0x103]);
    expect([lstatSync(join(path, 'b')).isBlockDevice(), lstatSync(join(path, 'b')).rdev]).toEqual([true, 0x700]);
  }),
);

rootOnly('an ordinary user may make no devices', () =>
  withScratch((path) => {
    chmodSync(path, 0o777);
    expect(asNobody(() => createSpecial(join(path, 'never'), node('chardev', 0x103)))).toBe('EPERM');
    expect(readdirSync(path)).toEqual([]);
  }),
);

onLinux('what is there stays, and sockets are never made', () =>
  withScratch((path) => {
    writeFileSync(join(path, 'there'), 'x');
    expect(createSpecial(join(path, 'there'), node('fifo'))).toBe('EEXIST');
    expect(createSpecial(join(path, 'socket'), node('socket'))).toBe('unsupported');
  }),
);
