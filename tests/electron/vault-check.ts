/** Runs the vault's check in a process of its own, since it takes the session bus from its environment at start. */
import { vaultChecks } from '../../src/main/electron/self-test/checks/vault.ts';
import { runChecks } from '../../src/main/electron/self-test/run-checks.ts';

console.log(JSON.stringify(await runChecks(vaultChecks)));
