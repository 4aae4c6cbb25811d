import { existsSync, rmSync } from 'node:fs';
import { countOf, formatBytes } from '../../src/shared/format/index.ts';
import { warningSentence } from '../../src/shared/text/index.ts';
import { differences, extentOfPrints, type Fingerprint, fingerprint } from '../fingerprint.ts';
import { knownFacts, type PharmacyFacts } from '../sample-pharmacy/index.ts';
import { inSeconds, timed } from '../stopwatch.ts';
import type { Cast } from './cast.ts';
import { DemoFailure } from './failure.ts';
import { factLines } from './pharmacy.ts';

/** All that was there before the disaster, to compare with. */
export interface Memory {
  prints: Fingerprint;
  facts: PharmacyFacts;
}

/** Looks at everything, byte by byte, and at what the pharmacist knows. */
export function remember({ places }: Pick<Cast, 'places'>): Memory {
  return { facts: knownFacts(places.pharmacy), prints: fingerprint(places.pharmacy) };
}

/** The PC is lost. */
export function strike({ paper, places }: Pick<Cast, 'paper' | 'places'>): void {
  paper.chapter('The disaster');
  rmSync(places.pc, { recursive: true });
  if (existsSync(places.pharmacy)) throw new DemoFailure('The pharmacy could not be destroyed.');
  paper.say('Water came through the ceiling in the night. The PC and everything on it are gone.');
  paper.say('What is left: the USB disk and the recovery key on paper.');
}

/** A new PC gets everything back. */
export async function recover({ paper, places, lifeboat }: Cast): Promise<void> {
  paper.chapter('The restore');
  const { result, milliseconds } = await timed(() => lifeboat.restore(places.pc));
  const [warning] = result.warnings;
  if (warning !== undefined) throw new DemoFailure(`The restore is not complete. ${warningSentence(warning, 'en')}`);
  paper.fact(
    'Brought back',
    `${countOf(result.filesRestored, 'file', 'files')}, ${formatBytes(result.bytesRestored)}, in ${inSeconds(milliseconds)}`,
  );
  paper.fact('Read again and verified', countOf(result.filesVerified, 'file', 'files'));
}

/** Is it really all there? Throws a DemoFailure if anything is not as it was. */
export function compare({ paper, places }: Pick<Cast, 'paper' | 'places'>, before: Memory): void {
  paper.chapter('Is everything back?');
  const now = fingerprint(places.pharmacy);
  const found = differences(before.prints, now);
  for (const line of found.slice(0, 10)) paper.bad(line);
  if (found.length > 0)
    throw new DemoFailure(`${countOf(found.length, 'difference', 'differences')} between the pharmacy before and after.`);
  const { files, bytes } = extentOfPrints(now);
  paper.good(`${countOf(files, 'file', 'files')}, ${formatBytes(bytes)}: every byte, name, time and mode is as it was.`);
  compareFacts(paper, before.facts, knownFacts(places.pharmacy, before.facts.controlled.drug));
}

function compareFacts(paper: Cast['paper'], before: PharmacyFacts, after: PharmacyFacts): void {
  paper.say('And what the pharmacist knows by heart:');
  const now = new Map(factLines(after));
  let wrong = 0;
  for (const [name, value] of factLines(before)) {
    const line = `${name}: ${value}`;
    if (now.get(name) === value) paper.good(line);
    else {
      wrong++;
      paper.bad(`${line} before, ${now.get(name) ?? 'nothing'} now`);
    }
  }
  if (wrong > 0) throw new DemoFailure('The database does not say what it said before.');
}
