import type { CheckFinding, CheckFindingKind } from '../operations/contract.ts';

/** Findings of a kind that are listed; a repository that lost half its packs would list millions otherwise. */
const MOST_OF_A_KIND = 10_000;
const HINTS: ReadonlySet<CheckFindingKind> = new Set(['pack-not-indexed', 'pack-indexed-twice', 'pack-mixed', 'blob-unused']);

/** Collects what a check finds. */
export class Findings {
  readonly list: CheckFinding[] = [];
  readonly #counts = new Map<CheckFindingKind, number>();
  #errors = 0;
  #truncated = false;

  /** Errors found so far, listed or not. */
  get errors(): number {
    return this.#errors;
  }

  /** Whether there are more findings than are listed. */
  get truncated(): boolean {
    return this.#truncated;
  }

  /** Notes a finding; its kind says whether something is lost or could merely be tidied, unless `severity` says otherwise. */
  add(kind: CheckFindingKind, id: string, detail?: string, severity: CheckFinding['severity'] = HINTS.has(kind) ? 'hint' : 'error'): void {
    if (severity === 'error') this.#errors += 1;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    if (count > MOST_OF_A_KIND) this.#truncated = true;
    else this.list.push(detail === undefined ? { severity, kind, id } : { severity, kind, id, detail });
  }
}
