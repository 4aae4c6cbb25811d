import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const ARCHIVE = fileURLToPath(new URL('../fixtures/restic-0.19.1-repositories.tar.gz', import.meta.url));
const BLOCK = 512;

/** Password of the fixture repositories. */
export const FIXTURE_PASSWORD = 'lifeboat-fixture';

/** Unpacks the repositories made by restic 0.19.1 into `folder`; their paths. */
export function unpackFixtures(folder: string): { v1: string; v2: string } {
  unpack(gunzipSync(readFileSync(ARCHIVE)), folder);
  return { v1: `${folder}/v1`, v2: `${folder}/v2` };
}

/** Files and folders with short names, which is all there is; not every system has a `tar`. */
function unpack(archive: Buffer, folder: string): void {
  for (let at = 0; archive[at] !== 0; ) {
    const header = archive.subarray(at, at + BLOCK);
    const [name = '', size = ''] = [header.subarray(0, 100), header.subarray(124, 136)].map(
      (field) => field.toString('utf8').split('\0')[0],
    );
    const length = Number.parseInt(size, 8);
    const kind = header.toString('latin1', 156, 157);
    if (kind === '5') mkdirSync(join(folder, name), { recursive: true });
    else if (kind === '0') writeFileSync(join(folder, name), archive.subarray(at + BLOCK, at + BLOCK + length));
    else throw new Error(`${name} is of a kind that is not unpacked here`);
    at += BLOCK + Math.ceil(length / BLOCK) * BLOCK;
  }
}
