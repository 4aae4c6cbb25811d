/** DEA schedule of a controlled substance; undefined means not controlled. */
export type Schedule = 'II' | 'III' | 'IV' | 'V';

/** A line of the drug file. Names are real generic names; every number made from them is fictional. */
export interface CatalogueDrug {
  name: string;
  strength: string;
  form: string;
  schedule: Schedule | undefined;
  /** Usual quantity of one fill. */
  quantity: number;
  /** Price of one unit in cents. */
  unitCents: number;
}

/** name, form, schedule, usual quantity, cents a unit, strengths. */
type Family = readonly [string, string, Schedule | undefined, number, number, ...string[]];

const families: readonly Family[] = [
  ['Atorvastatin', 'tablet', undefined, 30, 12, '10 mg', '20 mg', '40 mg', '80 mg'],
  ['Lisinopril', 'tablet', undefined, 30, 6, '5 mg', '10 mg', '20 mg', '40 mg'],
  ['Metformin', 'tablet', undefined, 60, 5, '500 mg', '850 mg', '1000 mg'],
  ['Levothyroxine', 'tablet', undefined, 30, 21, '25 mcg', '50 mcg', '75 mcg', '100 mcg', '125 mcg'],
  ['Amlodipine', 'tablet', undefined, 30, 7, '2.5 mg', '5 mg', '10 mg'],
  ['Metoprolol succinate', 'tablet ER', undefined, 30, 18, '25 mg', '50 mg', '100 mg'],
  ['Omeprazole', 'capsule DR', undefined, 30, 14, '20 mg', '40 mg'],
  ['Losartan', 'tablet', undefined, 30, 11, '25 mg', '50 mg', '100 mg'],
  ['Gabapentin', 'capsule', undefined, 90, 9, '100 mg', '300 mg', '400 mg'],
  ['Hydrochlorothiazide', 'tablet', undefined, 30, 5, '12.5 mg', '25 mg'],
  ['Sertraline', 'tablet', undefined, 30, 10, '25 mg', '50 mg', '100 mg'],
  ['Simvastatin', 'tablet', undefined, 30, 8, '10 mg', '20 mg', '40 mg'],
  ['Montelukast', 'tablet', undefined, 30, 16, '5 mg', '10 mg'],
  ['Escitalopram', 'tablet', undefined, 30, 13, '5 mg', '10 mg', '20 mg'],
  ['Rosuvastatin', 'tablet', undefined, 30, 19, '5 mg', '10 mg', '20 mg'],
  ['Albuterol HFA', 'inhaler', undefined, 1, 3_200, '90 mcg'],
  ['Amoxicillin', 'capsule', undefined, 21, 15, '250 mg', '500 mg'],
  ['Azithromycin', 'tablet', undefined, 6, 110, '250 mg'],
  ['Cephalexin', 'capsule', undefined, 28, 24, '250 mg', '500 mg'],
  ['Prednisone', 'tablet', undefined, 21, 9, '5 mg', '10 mg', '20 mg'],
  ['Warfarin', 'tablet', undefined, 30, 14, '1 mg', '2 mg', '2.5 mg', '5 mg'],
  ['Insulin glargine', 'pen', undefined, 5, 6_900, '100 units/mL'],
  ['Furosemide', 'tablet', undefined, 30, 6, '20 mg', '40 mg'],
  ['Fluoxetine', 'capsule', undefined, 30, 9, '10 mg', '20 mg', '40 mg'],
  ['Oxycodone', 'tablet', 'II', 60, 34, '5 mg', '10 mg', '15 mg'],
  ['Hydrocodone-acetaminophen', 'tablet', 'II', 60, 29, '5-325 mg', '7.5-325 mg', '10-325 mg'],
  ['Methylphenidate ER', 'tablet ER', 'II', 30, 145, '18 mg', '36 mg'],
  ['Amphetamine-dextroamphetamine', 'tablet', 'II', 60, 61, '10 mg', '20 mg'],
  ['Morphine sulfate ER', 'tablet ER', 'II', 60, 72, '15 mg', '30 mg'],
  ['Testosterone', 'gel', 'III', 1, 9_400, '1.62 %'],
  ['Buprenorphine-naloxone', 'film', 'III', 30, 310, '8-2 mg'],
  ['Alprazolam', 'tablet', 'IV', 30, 11, '0.25 mg', '0.5 mg', '1 mg'],
  ['Clonazepam', 'tablet', 'IV', 60, 12, '0.5 mg', '1 mg'],
  ['Zolpidem', 'tablet', 'IV', 30, 15, '5 mg', '10 mg'],
  ['Tramadol', 'tablet', 'IV', 60, 13, '50 mg'],
  ['Pregabalin', 'capsule', 'V', 60, 27, '50 mg', '75 mg', '150 mg'],
  ['Lacosamide', 'tablet', 'V', 60, 48, '50 mg', '100 mg'],
];

/** The whole drug file; a drug's number is its place here, counted from 1. */
export const catalogue: readonly CatalogueDrug[] = families.flatMap(([name, form, schedule, quantity, unitCents, ...strengths]) =>
  strengths.map((strength) => ({ name, strength, form, schedule, quantity, unitCents })),
);

/** National Drug Code of a catalogue line, under a labeler number that nobody has. */
export function ndcOf(drugNumber: number): string {
  return `99999-${String(drugNumber).padStart(4, '0')}-01`;
}
