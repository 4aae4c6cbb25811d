import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checkTarget } from '../../../../../src/main/engine/restorer/index.ts';
import { withScratch } from './restoring.ts';

describe('a target', () => {
  test.each([
    ['in the repository', 'repo/inside', 'inside-repository'],
    ['the repository', 'repo', 'inside-repository'],
    ['in a source', 'source/deep/er', 'inside-source'],
    ['around a source', '.', 'inside-source'],
    ['in a source by way of a link', 'link/sub', 'inside-source'],
    ['a file', 'file', 'not-a-directory'],
    ['below a file', 'file/below', 'not-a-directory'],
  ])('%s is refused', async (_where, path, reason) => {
    await withScratch(async (scratch) => {
      for (const name of ['repo', 'source']) await mkdir(join(scratch, name));
      await symlink('source', join(scratch, 'link'));
      await writeFile(join(scratch, 'file'), '');
      const checking = checkTarget(join(scratch, path), {
        protectedPaths: [join(scratch, 'source')],
        repositoryLocation: join(scratch, 'repo'),
      });
      await expect(checking).rejects.toMatchObject({ code: 'target-unsafe', data: { reason } });
    });
  });

  test('beside them is taken, without its links', async () => {
    await withScratch(async (scratch) => {
      await mkdir(join(scratch, 'real'));
      await symlink('real', join(scratch, 'link'));
      const neighbours = { protectedPaths: [join(scratch, 'source')], repositoryLocation: join(scratch, 'real', 'repo') };
      expect(await checkTarget(join(scratch, 'link', 'new', 'er'), neighbours)).toEqual({
        path: join(scratch, 'real', 'new', 'er'),
        repository: join(scratch, 'real', 'repo'),
      });
      expect(
        (await checkTarget(join(scratch, 'source-2'), { ...neighbours, repositoryLocation: 'somewhere in the cloud' })).repository,
      ).toBeUndefined();
    });
  });
});
