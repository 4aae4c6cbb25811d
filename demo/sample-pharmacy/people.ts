import type { Random } from './random.ts';

/** Invented names and places: no such town, state code, exchange or identifier exists. */
const givenNames = words(`
  Alder Briony Caspian Delphine Ezra Fern Gideon Hazel Ignatius Juniper Kester Linnea Magnus Nerissa Orson Posy Quillon
  Rosamund Silas Tamsin Ulric Verity Wendell Xanthe Yorick Zinnia Ambrose Clementine
`);
const familyNames = words(`
  Applegarth Bramblewood Cloverfield Dunnadge Elderbrook Fennimore Gooseberry Hollowell Inkpen Jessamine Kettlewick
  Larkspur Mossbank Nettleship Oatfield Pennywhistle Quickthorn Rainwater Silverlock Thistledown Underbough Vinegrove
  Wetherby Yarrowby Zephyrine Candlewick Driftwood Marchbanks Saltmarsh Tumbleweed
`);
const streets = [
  'Sample St',
  'Placeholder Ave',
  'Example Rd',
  'Fiction Blvd',
  'Pretend Ln',
  'Imaginary Ct',
  'Invented Way',
  'Makebelieve Dr',
] as const;
const towns = ['Nowhere Falls', 'Port Example', 'Sampleton', 'Fable Springs', 'Lower Fiction'] as const;
const plans = ['Acorn Demo Health', 'Bluebird Sample Care', 'Cedar Pretend Mutual', 'Dovetail Test Plan'] as const;
const allergies = ['none known', 'none known', 'none known', 'penicillin', 'sulfa', 'codeine', 'latex', 'aspirin'] as const;

/** Columns of a patient after the number. */
export type PatientRow = [name: string, birthDate: string, address: string, phone: string, plan: string, member: string, allergies: string];

/** Columns of a prescriber after the number. */
export type PrescriberRow = [name: string, npi: string, dea: string, phone: string];

export function inventPatient(random: Random): PatientRow {
  const birthDate = `${random.between(1932, 2024)}-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(1, 28))}`;
  const member = `${random.pick(['A', 'B', 'D', 'M'])}${random.digits(10)}`;
  return [personName(random), birthDate, inventAddress(random), inventPhone(random), random.pick(plans), member, random.pick(allergies)];
}

export function inventPrescriber(random: Random): PrescriberRow {
  // No NPI starts with 9 and no DEA number with ZZ.
  return [`${personName(random)}, MD`, `9${random.digits(9)}`, `ZZ${random.digits(7)}`, inventPhone(random)];
}

/** 555-01xx is kept for fiction. */
export function inventPhone(random: Random): string {
  return `(555) 555-01${random.digits(2)}`;
}

export function inventAddress(random: Random): string {
  return `${random.between(1, 9_899)} ${random.pick(streets)}, ${random.pick(towns)}, ZZ 00${random.digits(3)}`;
}

function personName(random: Random): string {
  return `${random.pick(givenNames)} ${String.fromCharCode(65 + random.below(26))}. ${random.pick(familyNames)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
