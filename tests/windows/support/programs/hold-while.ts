/** Holds a file so that nobody else can open it, and runs Lifeboat meanwhile. Arguments: the file, the command's words. Prints how that ended, as JSON. */
import { spawnSync } from 'node:child_process';
import { whileHeld } from './kernel.ts';

const [file = '', ...words] = process.argv.slice(2);
const { status, stdout, stderr } = whileHeld(file, () =>
  spawnSync(process.execPath, ['C:\\lifeboat\\bin\\lifeboat.js', ...words], { encoding: 'utf8' }),
);
console.log(JSON.stringify({ code: status, stdout, stderr }));
