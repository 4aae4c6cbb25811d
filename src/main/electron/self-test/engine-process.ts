/** The child process of the self-test: runs the engine's checks where the product will run its engine. */
import { engineProcessChecks } from './checks/index.ts';
import { runChecks } from './run-checks.ts';

// A promise nobody awaits only warns in a utility process; here it has to be seen.
process.on('unhandledRejection', (reason) => {
  console.error(reason);
  process.exit(1);
});

process.parentPort.postMessage(await runChecks(engineProcessChecks));
