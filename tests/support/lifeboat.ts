import { main } from '../../src/main/cli/index.ts';
import { forkQuickHost } from './fork-quick-host.ts';

/** The command `lifeboat` straight from the source, whose app makes keys in no time; a test starts it as a process of its own. */
process.exitCode = await main(process.argv.slice(2), { startHost: forkQuickHost });
