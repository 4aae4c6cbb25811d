/** `npm run demo`: a sample pharmacy is backed up, destroyed, restored and compared. Exits 0 only if all of it came back. */
import { asLifeboatError } from '../src/shared/errors/index.ts';
import { sentence } from '../src/shared/text/index.ts';
import { DemoFailure } from './chapters/failure.ts';
import { lifeboatFor } from './lifeboat.ts';
import { type DemoOptions, helpText, parseOptions } from './options.ts';
import { type Paper, paperOn } from './paper.ts';
import { setStage, strikeStage } from './places.ts';
import { demoRecoveryKey } from './recovery-key.ts';
import { tellStory } from './story.ts';

const exitCode = { ok: 0, failed: 1, interrupted: 130 } as const;

async function run(options: DemoOptions, paper: Paper, signal: AbortSignal): Promise<void> {
  const places = setStage(options.folder);
  const recoveryKey = demoRecoveryKey(options.seed);
  const lifeboat = lifeboatFor(places.repository, recoveryKey, paper, signal);
  try {
    await tellStory({ paper, places, lifeboat, recoveryKey, options, signal });
  } finally {
    await lifeboat.close();
    if (!options.keep) strikeStage(places);
  }
}

async function main(args: readonly string[]): Promise<number> {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  const isPlain = (process.env['NO_COLOR'] ?? '') !== '' || !process.stdout.isTTY;
  const paper = paperOn(process.stdout, !isPlain);
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, interrupt);
  try {
    const options = parseOptions(args);
    if (options.help) process.stdout.write(helpText);
    else await run(options, paper, stop.signal);
    return exitCode.ok;
  } catch (error) {
    paper.bad(stop.signal.aborted ? 'Stopped.' : inWords(error));
    return stop.signal.aborted ? exitCode.interrupted : exitCode.failed;
  } finally {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, interrupt);
  }
}

function inWords(error: unknown): string {
  const isOwn = error instanceof DemoFailure || error instanceof RangeError || error instanceof TypeError;
  return isOwn ? error.message : sentence(asLifeboatError(error).report(), 'en');
}

process.exitCode = await main(process.argv.slice(2));
