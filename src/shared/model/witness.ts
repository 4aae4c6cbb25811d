import { z } from 'zod';

/** One number or date read from exactly what is archived. Never a name, never text. */
export const witnessFactSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), subject: z.string(), value: z.number().nonnegative() }),
  z.object({ kind: z.literal('number'), subject: z.string(), value: z.number() }),
  /** `value` is RFC 3339, or a date as the database writes it; undefined when there is none. */
  z.object({ kind: z.literal('date'), subject: z.string(), value: z.string().optional() }),
]);
/** `subject` says what was counted: `rows:prescriptions`, `newest:prescriptions.filled_at`, `question:Last Rx number`, `files`, `bytes`. */
export type WitnessFact = z.infer<typeof witnessFactSchema>;

/** What a pharmacist knows of the data, stored beside it in the snapshot's tree, for proofs and restores to compare with. */
export const witnessSchema = z.object({
  /** When it was read, RFC 3339. */
  takenAt: z.string(),
  facts: z.array(witnessFactSchema),
  /**
   * False: writes went on between data and witness, and `facts` are the lowest values that can be right; `atMost`
   * are the highest. True: data and witness are of one state.
   */
  isExact: z.boolean(),
  atMost: z.array(witnessFactSchema).default([]),
  /** Versions and settings that help to open the data again: server version, collation, encoding. */
  environment: z.record(z.string(), z.string()).default({}),
});
export type Witness = z.infer<typeof witnessSchema>;

/** A fact that is not as the witness said. */
export interface WitnessDifference {
  subject: string;
  expected: string;
  /** Undefined: nothing could be read. */
  found: string | undefined;
}

/** Compares what a copy says with what was witnessed. Empty: they agree. */
export function compareWitness(expected: Witness, found: Witness): WitnessDifference[] {
  const known = new Map(found.facts.map((fact) => [fact.subject, fact]));
  const highest = new Map(expected.atMost.map((fact) => [fact.subject, fact]));
  return expected.facts.flatMap((fact) => {
    const other = known.get(fact.subject);
    if (other !== undefined && lies(other, fact, expected.isExact ? fact : highest.get(fact.subject))) return [];
    return [{ subject: fact.subject, expected: text(fact), found: other && text(other) }];
  });
}

function lies(found: WitnessFact, low: WitnessFact, high: WitnessFact | undefined): boolean {
  if (found.kind !== low.kind) return false;
  if (found.value === low.value) return true;
  if (high === undefined) return false;
  // Between the two looks a table may have lost its last date, or got its first.
  if (found.value === high.value) return true;
  if (high.value === undefined || found.value === undefined) return false;
  const from = low.value ?? '';
  const { value } = found;
  // A counter may also have gone down between the two looks.
  return (value >= from && value <= high.value) || (value >= high.value && value <= from);
}

function text({ value }: WitnessFact): string {
  return value === undefined ? '-' : String(value);
}
