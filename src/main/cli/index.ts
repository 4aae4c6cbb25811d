import { fileURLToPath } from 'node:url';
import { systemClock } from '../clock.ts';
import { cliTexts, pickLanguage } from '../../shared/text/index.ts';
import { createEngine, fileKeyMemory, fileLockMemory, fileSnapshotMemory } from '../engine/index.ts';
import { cacheFolder } from './cache-folder.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { thisIdentity } from '../identity.ts';
import { listenForInterruption } from './interrupt.ts';
import { Invocation } from './invocation.ts';
import type { GlobalOptions } from './options/globals.ts';
import { bandwidthLimits, placeOptions } from './options/network.ts';
import { presentFailure } from './present/failure.ts';
import { createProgram } from './program.ts';
import type { Surroundings } from './surroundings.ts';
import { Output } from './terminal/output.ts';
import { VERSION } from '../version.ts';

/** Beside this file's folder, where the build puts it. */
const PAGE_FOLDER = fileURLToPath(new URL('../../renderer', import.meta.url));

/**
 * Runs one command line (without the names of runtime and script); the exit code. Nothing but a second Ctrl-C ends the
 * process before. `own`: what a test does otherwise.
 */
export async function main(argv: string[], own: Pick<Surroundings, 'startHost'> = {}): Promise<number> {
  const { stdin, stdout, stderr, env: environment } = process;
  const language = systemLanguage(environment);
  const texts = cliTexts(language);
  let output = new Output(stdout, stderr, { json: argv.includes('--json'), quiet: false });
  const interruption = listenForInterruption(() => output.notice(texts.hints.stopping));
  const stopWatchingOutput = watchOutput(stdout, () => output.close());
  const streams = { stdin, stdout, stderr };
  const surroundings: Surroundings = {
    ...own,
    ...streams,
    environment,
    clock: systemClock,
    language,
    pageFolder: PAGE_FOLDER,
    signal: interruption.signal,
  };
  const perform = async (globals: GlobalOptions, work: (invocation: Invocation) => Promise<ExitCode>): Promise<ExitCode> => {
    output = new Output(stdout, stderr, { json: globals.json === true, quiet: globals.quiet === true });
    return await withEngine(surroundings, globals, output, work);
  };
  try {
    return await createProgram({ texts, stdout, stderr, perform }).run(argv);
  } catch (error) {
    return presentFailure(error, output, surroundings);
  } finally {
    await output.flush();
    interruption.dispose();
    stopWatchingOutput();
  }
}

async function withEngine(
  surroundings: Surroundings,
  globals: GlobalOptions,
  output: Output,
  work: (invocation: Invocation) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { clock, environment } = surroundings;
  const folder = cacheFolder(environment);
  const engine = createEngine({
    clock,
    identity: thisIdentity(environment),
    program: `lifeboat ${VERSION}`,
    lockMemory: fileLockMemory(folder),
    ...(globals.cache !== false && { snapshotMemory: fileSnapshotMemory(folder), keyMemory: fileKeyMemory(folder) }),
    places: placeOptions(globals, environment, folder),
    bandwidth: bandwidthLimits(globals),
  });
  try {
    return await work(new Invocation(surroundings, globals, output, engine));
  } finally {
    await engine.close();
  }
}

/** `LIFEBOAT_LANG`, else what the system says; on Windows that is nowhere in the environment. */
function systemLanguage(environment: NodeJS.ProcessEnv): ReturnType<typeof pickLanguage> {
  const { LIFEBOAT_LANG, LC_ALL, LC_MESSAGES, LANG } = environment;
  return pickLanguage([LIFEBOAT_LANG, LC_ALL, LC_MESSAGES, LANG, Intl.DateTimeFormat().resolvedOptions().locale]);
}

/** Calls `onClosed` when nobody reads standard output any more; any other failure of it is a failure. */
function watchOutput(stdout: NodeJS.WriteStream, onClosed: () => void): () => void {
  const listener = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') process.exitCode = EXIT.failed;
    onClosed();
  };
  stdout.on('error', listener);
  return () => {
    // A late EPIPE after the last write must find a listener, or it would end the process with a stack trace.
    stdout.off('error', listener).on('error', () => undefined);
  };
}
