import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { withScratch } from '../../../../support/scratch.ts';

const MODULE = new URL('../../../../../src/main/engine/filesystem/index.ts', import.meta.url).href;

/** Hides koffi from a process of its own, as on a machine it has no binary for. */
const HIDE = `const Module = require('node:module'); const resolve = Module._resolveFilename;
  Module._resolveFilename = function (request, ...rest) { if (request === 'koffi') throw new Error('hidden'); return resolve.call(this, request, ...rest); };`;
const WORK = `const fs = require('node:fs'); const [module, path] = process.argv.slice(1);
  import(module).then(({ applyMetadata, createSpecial, nativeProblem, scanDirectory }) => {
    fs.writeFileSync(path + '/f', 'x'); fs.symlinkSync('f', path + '/link');
    const node = { name: 'f', type: 'file', mode: 0o640, uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, mtime: '2001-02-03T04:05:06.5Z', content: null };
    const unset = [applyMetadata(path + '/f', node), applyMetadata(path + '/link', { ...node, type: 'symlink' })];
    const times = scanDirectory(path).nodes.map(({ name, mtime }) => [name, mtime]);
    console.log(JSON.stringify({ problem: nativeProblem(), unset, times, fifo: createSpecial(path + '/p', { ...node, type: 'fifo' }) }));
  });`;

test('without koffi only the details it is for are lost, and that is said', () =>
  withScratch((path) => {
    const output = execFileSync(process.execPath, ['-e', HIDE + WORK, MODULE, path], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(JSON.parse(output)).toEqual({
      problem: 'native-unavailable',
      unset: [[], []],
      times: [
        ['f', '2001-02-03T04:05:06.5Z'],
        ['link', '2001-02-03T04:05:06.5Z'],
      ],
      fifo: 'unsupported',
    });
  }));
