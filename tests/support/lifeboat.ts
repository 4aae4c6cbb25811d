import { main } from '../../src/main/cli/index.ts';
import type { StartHost } from '../../src/main/engine-host/index.ts';

/** Keys in no time; loaded by those verbs only that have an engine process. */
const startHost: StartHost = async (options) => await (await import('./fork-quick-host.ts')).forkQuickHost(options);

/** The command `lifeboat` straight from the source; a test starts it as a process of its own. */
process.exitCode = await main(process.argv.slice(2), { startHost });
