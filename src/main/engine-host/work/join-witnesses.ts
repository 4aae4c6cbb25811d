import type { SingleSource } from '../../../shared/model/source.ts';
import type { Witness } from '../../../shared/model/witness.ts';

/** A part of a source, with what was read from it. */
export interface WitnessedPart {
  part: SingleSource;
  witness: Witness | undefined;
}

/** One witness of the whole source; facts of a group's parts carry the part's id. Undefined: nothing was read of any part. */
export function joinWitnesses(parts: readonly WitnessedPart[]): Witness | undefined {
  if (parts.length === 1) return parts[0]?.witness;
  const named = parts.flatMap(({ part, witness }) => (witness ? [{ part, witness }] : []));
  const [first] = named;
  if (first === undefined) return undefined;
  const prefix = <F extends { subject: string }>(part: SingleSource, facts: readonly F[]): F[] =>
    facts.map((fact) => ({ ...fact, subject: `${part.id}/${fact.subject}` }));
  return {
    takenAt: first.witness.takenAt,
    facts: named.flatMap(({ part, witness }) => prefix(part, witness.facts)),
    atMost: named.flatMap(({ part, witness }) => prefix(part, witness.atMost)),
    isExact: named.every(({ witness }) => witness.isExact),
    environment: {},
  };
}
