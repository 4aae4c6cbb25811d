import { countOf, formatBytes } from '../../src/shared/format/index.ts';
import { extentOf } from '../extent.ts';
import { createPharmacy, knownFacts, type PharmacyFacts, workDay } from '../sample-pharmacy/index.ts';
import { inSeconds, timed } from '../stopwatch.ts';
import type { Cast } from './cast.ts';

/** A pharmacy comes into being. */
export async function openPharmacy({ paper, places, options }: Cast): Promise<void> {
  paper.chapter('A pharmacy');
  const { result: made, milliseconds } = await timed(() => createPharmacy(places.pharmacy, { seed: options.seed, size: options.size }));
  const facts = knownFacts(places.pharmacy);
  paper.say(`${facts.pharmacy}: nobody in it is real. Its PC holds a dispensing database,`);
  paper.say('scanned prescriptions, claim logs, label templates and files of the software vendor.');
  paper.fact('Patients', countOf(facts.patients, 'person', 'people'));
  paper.fact(
    'Prescriptions and fills',
    `${countOf(made.prescriptions, 'prescription', 'prescriptions')}, ${countOf(made.fills, 'fill', 'fills')}`,
  );
  paper.fact('Scans', countOf(made.scans, 'image', 'images'));
  paper.fact('Size', `${formatBytes(extentOf(places.pharmacy).bytes)}, made in ${inSeconds(milliseconds)}`);
}

/** A day at the counter. */
export function workADay({ paper, places }: Cast): void {
  paper.chapter('A day at the counter');
  const day = workDay(places.pharmacy);
  const fills = countOf(day.fills, 'prescription filled', 'prescriptions filled');
  paper.say(
    `${day.day}: ${fills}, ${countOf(day.scans, 'new scan', 'new scans')}, ${countOf(day.corrections, 'record corrected', 'records corrected')}.`,
  );
  tellFacts(paper, knownFacts(places.pharmacy));
}

/** What the pharmacist knows by heart. */
export function tellFacts(paper: Cast['paper'], facts: PharmacyFacts): void {
  for (const [name, value] of factLines(facts)) paper.fact(name, value);
}

/** The facts under the names a pharmacist gives them. */
export function factLines(facts: PharmacyFacts): [name: string, value: string][] {
  const { controlled } = facts;
  return [
    ['Last Rx number', String(facts.lastRxNumber)],
    ['Fills today', String(facts.fillsToday)],
    ['Patients', String(facts.patients)],
    [`${controlled.drug} (C-${controlled.schedule})`, `${controlled.onHand} on hand`],
    ['Newest scan', facts.newestScan],
  ];
}
