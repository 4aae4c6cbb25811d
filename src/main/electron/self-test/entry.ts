/**
 * The self-test, for Electron itself: `electron dist/main/electron/self-test/entry.js`. It proves that everything the
 * product rests on works in Electron's main process and in a utility process, prints a report as JSON and exits 0 if
 * all of it passed, else 1. It opens no window.
 */
import { fileURLToPath } from 'node:url';
import { app, utilityProcess } from 'electron';
import type { CheckReport } from './check.ts';
import { mainChecks } from './checks/index.ts';
import { runChecks } from './run-checks.ts';

const ENGINE_PROCESS = fileURLToPath(new URL('./engine-process.js', import.meta.url));
/** Milliseconds after which a hanging part is a failed one. */
const PATIENCE = 120_000;

/** The reports of the child process. One that dies or answers nothing is a report too. */
async function runEngineProcess(): Promise<CheckReport[]> {
  const { promise, resolve } = Promise.withResolvers<CheckReport[]>();
  const child = utilityProcess.fork(ENGINE_PROCESS, [], { serviceName: 'Lifeboat engine', stdio: 'inherit' });
  const failed = (detail: string): void => resolve([{ name: 'engine process', passed: false, detail }]);
  child.on('message', (reports: CheckReport[]) => resolve(reports));
  child.on('exit', (code) => failed(`ended with ${code} before it answered`));
  try {
    return await promise;
  } finally {
    child.kill();
  }
}

async function selfTest(): Promise<number> {
  const main = await runChecks(mainChecks);
  const engineProcess = await runEngineProcess();
  const passed = [...main, ...engineProcess].every((report) => report.passed);
  await print(`${JSON.stringify({ passed, versions: process.versions, main, engineProcess }, undefined, 2)}\n`);
  return passed ? 0 : 1;
}

/** Resolves when the text has left: a pipe would lose what an exit overtakes. */
async function print(text: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  process.stdout.write(text, () => resolve());
  await promise;
}

function fail(error: unknown): void {
  console.error(error);
  app.exit(1);
}

setTimeout(() => fail(new Error('The self-test hangs.')), PATIENCE).unref();
// Not awaited at the top: Electron becomes ready only after this module has been evaluated.
app
  .whenReady()
  .then(selfTest)
  .then((code) => app.exit(code), fail);
