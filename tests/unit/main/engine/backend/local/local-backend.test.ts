import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LocalBackend } from '../../../../../../src/main/engine/backend/local/local-backend.ts';
import { fileOf, namesOf } from '../../../../../support/backends.ts';
import { type Scratch, scratchFolder } from '../../../../../support/scratch.ts';

const CONFIG = { type: 'config', name: 'config' } as const;

describe('a repository in a folder', () => {
  let scratch: Scratch;
  let root: string;
  let backend: LocalBackend;

  beforeEach(async () => {
    scratch = scratchFolder();
    root = join(scratch.path, 'deeper', 'repository');
    backend = new LocalBackend(root);
    await backend.create();
  });

  afterEach(() => scratch.remove());

  test('has the folders restic makes', () => {
    expect(readdirSync(root).sort()).toEqual(['data', 'index', 'keys', 'locks', 'snapshots']);
    expect(readdirSync(join(root, 'data'))).toHaveLength(256);
    expect(readdirSync(join(root, 'data')).sort().at(-1)).toBe('ff');
  });

  test('puts packs into the folder of their first two digits, readable by the owner only', async () => {
    const { handle, bytes } = fileOf('pack');
    await backend.save(handle, [bytes]);
    const path = join(root, 'data', handle.name.slice(0, 2), handle.name);
    expect(statSync(path).mode & 0o777).toBe(0o400);
    expect(readdirSync(join(path, '..'))).toEqual([handle.name]);
  });

  test('lets the group read what it adds to a repository that a group shares', async () => {
    await backend.save(CONFIG, [Buffer.from('{}')]);
    chmodSync(join(root, 'config'), 0o440);
    const { handle, bytes } = fileOf('pack');
    await new LocalBackend(root).save(handle, [bytes]);
    expect(statSync(join(root, 'data', handle.name.slice(0, 2), handle.name)).mode & 0o777).toBe(0o440);
  });

  test('works in a folder whose name is no UTF-8', async () => {
    const odd = new LocalBackend(join(scratch.path, 'odd\udcff'));
    await odd.create();
    const { handle, bytes } = fileOf('pack');
    await odd.save(handle, [bytes]);
    expect(await namesOf(odd, 'data')).toEqual([handle.name]);
    expect(await odd.load(handle)).toEqual(bytes);
    await odd.remove(handle);
    expect(await namesOf(odd, 'data')).toEqual([]);
  });

  test('makes folders again that a copying tool dropped', async () => {
    rmSync(join(root, 'data'), { recursive: true });
    rmSync(join(root, 'locks'), { recursive: true });
    for (const type of ['data', 'locks'] as const) {
      expect(await namesOf(backend, type)).toEqual([]);
      const { handle, bytes } = fileOf('pack', type);
      await backend.save(handle, [bytes]);
      expect(await namesOf(backend, type)).toEqual([handle.name]);
    }
  });

  test('lists no foreign names', async () => {
    const { handle, bytes } = fileOf('pack');
    await backend.save(handle, [bytes]);
    const folder = join(root, 'data', handle.name.slice(0, 2));
    const elsewhere = join(root, 'data', handle.name.startsWith('00') ? '01' : '00');
    writeFileSync(join(folder, `${handle.name}-tmp-123`), 'half');
    writeFileSync(join(folder, 'desktop.ini'), '');
    writeFileSync(join(elsewhere, handle.name), 'in the wrong folder');
    writeFileSync(join(root, 'data', 'zz'), 'no folder');
    writeFileSync(join(root, 'index', '.DS_Store'), '');
    mkdirSync(join(root, 'index', 'a'.repeat(64)));
    expect(await namesOf(backend, 'data')).toEqual([handle.name]);
    expect(await namesOf(backend, 'index')).toEqual([]);
  });

  test("sweeps what interrupted saves left, ours and restic's, and nothing else", async () => {
    const id = 'ab'.repeat(32);
    writeFileSync(join(root, 'config-tmp-12'), '');
    writeFileSync(join(root, 'data', 'ab', `${id}-tmp-0815`), '');
    writeFileSync(join(root, 'snapshots', `${id}-tmp-4711`), '');
    writeFileSync(join(root, 'snapshots', 'notes-tmp-1'), 'not ours');
    expect(await backend.sweepTemporary()).toBe(3);
    expect(readdirSync(join(root, 'data', 'ab'))).toEqual([]);
    expect(readdirSync(join(root, 'snapshots'))).toEqual(['notes-tmp-1']);
  });

  test('a save that is aborted on its way leaves nothing', async () => {
    const controller = new AbortController();
    const { handle, bytes } = fileOf('pack');
    const saving = backend.save(handle, [bytes], controller.signal);
    controller.abort();
    await expect(saving).rejects.toMatchObject({ code: 'aborted' });
    expect(readdirSync(join(root, 'data', handle.name.slice(0, 2)))).toEqual([]);
  });

  test('a save that fails leaves nothing', async () => {
    const { handle, bytes } = fileOf('pack');
    const folder = join(root, 'data', handle.name.slice(0, 2));
    mkdirSync(join(folder, handle.name)); // renaming a file over a folder fails
    await expect(backend.save(handle, [bytes])).rejects.toMatchObject({ code: 'io-failed', data: { reason: 'EISDIR' } });
    expect(readdirSync(folder)).toEqual([handle.name]);
  });

  describe('when the disk is pulled', () => {
    const { handle, bytes } = fileOf('pack', 'snapshots');
    const gone = { code: 'place-unreachable', retryable: true };

    test.each(['no folder', 'an empty mount point'])('and leaves %s, nothing is taken for missing and nothing is made', async (rest) => {
      await backend.save(handle, [bytes]);
      renameSync(root, `${root}.pulled`);
      if (rest !== 'no folder') mkdirSync(root);
      const requests = [
        () => backend.load(handle),
        () => backend.stat(handle),
        () => backend.save(handle, [bytes]),
        () => backend.remove(handle),
        () => namesOf(backend, 'snapshots'),
        () => namesOf(backend, 'data'),
      ];
      for (const request of requests) await expect(request()).rejects.toMatchObject(gone);
      await expect(backend.load(CONFIG)).rejects.toMatchObject({ code: 'file-not-found' });
      expect(existsSync(root) ? readdirSync(root) : []).toEqual([]);
    });
  });

  test('a file in the place of the folder is an error of its own', async () => {
    writeFileSync(join(scratch.path, 'file'), '');
    await expect(new LocalBackend(join(scratch.path, 'file')).create()).rejects.toMatchObject({ code: 'repository-exists' });
    await expect(new LocalBackend(join(scratch.path, 'file')).load(CONFIG)).rejects.toMatchObject({ code: 'file-not-found' });
  });

  test('a file the system will not let grow is no space, and leaves nothing', () => {
    // Needs no rights: the limit of the shell makes the write fail half way through.
    const module = new URL('../../../../../../src/main/engine/backend/local/local-backend.ts', import.meta.url).href;
    const script = `
      const { LocalBackend } = await import(${JSON.stringify(module)});
      const handle = { type: 'data', name: 'ab'.repeat(32) };
      await new LocalBackend(process.argv[1]).save(handle, [new Uint8Array(300_000), new Uint8Array(3_000_000)]).catch((e) => process.stdout.write(e.code));`;
    const command = 'ulimit -f 1000; exec "$0" --input-type=module -e "$1" "$2"';
    const { stdout, stderr } = spawnSync('bash', ['-c', command, process.execPath, script, root], { encoding: 'utf8' });
    expect({ stdout, stderr }).toMatchObject({ stdout: 'no-space' });
    expect(readdirSync(join(root, 'data', 'ab'))).toEqual([]);
  });

  (canMount() ? test : test.skip)(
    'a full device is said to be full and stays clean; one that became read-only is said to be that',
    async () => {
      const mount = join(scratch.path, 'small');
      mkdirSync(mount);
      expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1200k', 'tmpfs', mount]).status).toBe(0);
      try {
        const small = new LocalBackend(mount);
        await small.create();
        const { handle } = fileOf('pack');
        await expect(small.save(handle, [new Uint8Array(300_000), new Uint8Array(3_000_000)])).rejects.toMatchObject({
          code: 'no-space',
          data: { path: mount },
        });
        expect(readdirSync(join(mount, 'data', handle.name.slice(0, 2)))).toEqual([]);
        expect(spawnSync('mount', ['-o', 'remount,ro', mount]).status).toBe(0);
        await expect(small.save(handle, [new Uint8Array(3)])).rejects.toMatchObject({ code: 'read-only', data: { path: mount } });
      } finally {
        spawnSync('umount', [mount]);
      }
    },
  );
});

/** Only root may make a small disk for a moment, and not in every container. */
function canMount(): boolean {
  const scratch = scratchFolder();
  try {
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', scratch.path]).status === 0;
    if (mounted) spawnSync('umount', [scratch.path]);
    return mounted;
  } finally {
    scratch.remove();
  }
}
