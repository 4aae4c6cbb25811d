import { main } from '../../src/main/cli/index.ts';

/** The command `lifeboat` straight from the source; a test starts it as a process of its own. */
process.exitCode = await main(process.argv.slice(2));
