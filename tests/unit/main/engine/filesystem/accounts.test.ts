import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { accountNames } from '../../../../../src/main/engine/filesystem/accounts.ts';
import { withScratch } from '../../../../support/scratch.ts';

test('the first line of an id names it; lines of another shape do not matter', () =>
  withScratch((path) => {
    const file = join(path, 'passwd');
    writeFileSync(file, 'root:x:0:0:root:/root:/bin/bash\n# comment\n\ntoor:x:0:0::/:/bin/sh\n+::::::\nana:x:1000:1000\n:x:7:7\n');
    const names = accountNames(file);
    expect([0, 1000, 7, 5].map(names)).toEqual(['root', 'ana', undefined, undefined]);
  }));

test('without the file nobody has a name', () => {
  expect(accountNames('/nowhere/passwd')(0)).toBeUndefined();
});
