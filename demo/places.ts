import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The stage: a PC with the pharmacy on it and a USB disk with the repository. */
export interface Places {
  /** All of it lies in here. */
  root: string;
  /** The pharmacy's PC. */
  pc: string;
  pharmacy: string;
  repository: string;
}

/** Sets the stage in `folder`, or in a new scratch folder. Throws a RangeError if `folder` has something in it. */
export function setStage(folder: string | undefined): Places {
  const root = folder === undefined ? mkdtempSync(join(realpathSync(tmpdir()), 'lifeboat-demo-')) : resolve(folder);
  if (existsSync(root) && readdirSync(root).length > 0) throw new RangeError(`${root} is not empty. Choose an empty or a new folder.`);
  const pc = join(root, 'pharmacy-pc');
  mkdirSync(pc, { recursive: true });
  mkdirSync(join(root, 'usb-disk'));
  return { root, pc, pharmacy: join(pc, 'pharmacy'), repository: join(root, 'usb-disk', 'lifeboat') };
}

/** Takes the stage away. */
export function strikeStage(places: Places): void {
  rmSync(places.root, { recursive: true, force: true, maxRetries: 3 });
}
