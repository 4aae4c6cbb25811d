import { acquireLock } from '../../src/main/engine/repository/lock/index.ts';
import { lockContextOf } from './lock-context.ts';

/** A program: holds a shared lock of the repository given by path, password and version until its standard input ends. */
const [repo = '', password = '', version = '2'] = process.argv.slice(2);
const lock = await acquireLock({ ...(await lockContextOf(repo, password, Number(version))), kind: 'shared' });
process.stdout.write('held\n');
await Array.fromAsync(process.stdin);
await lock.release();
