import { LifeboatError } from '../../../shared/errors/index.ts';
import type { FileInfo } from '../backend/backend.ts';
import type { Id } from '../format/id.ts';
import type { CheckRequest } from '../operations/contract.ts';

/** Numbers from 0 (inclusive) to 1 (exclusive), evenly spread. */
export type Random = () => number;

/** The parts a repository can be read in are told apart by the first byte of a pack's id. */
const MOST_PARTS = 256;

/** Which of these packs to read. Throws `value-invalid` for a part, percentage or size that is none. */
export function selectPacks(packs: readonly FileInfo[], readData: NonNullable<CheckRequest['readData']>, random: Random): Set<Id> {
  if (readData === 'none') return new Set();
  if (readData === 'all') return new Set(packs.map((pack) => pack.name));
  if ('part' in readData) return selectPart(packs, readData.part, readData.of);
  if ('percent' in readData) return selectPercent(packs, readData.percent, random);
  return selectBytes(packs, readData.bytes, random);
}

function selectPart(packs: readonly FileInfo[], part: number, of: number): Set<Id> {
  const isPart = Number.isInteger(part) && Number.isInteger(of) && part >= 1 && part <= of && of <= MOST_PARTS;
  if (!isPart) throw invalid(`${part}/${of}`, 'n/t, 1 <= n <= t <= 256');
  const ids = packs.map((pack) => pack.name);
  return new Set(ids.filter((id) => Number.parseInt(id.slice(0, 2), 16) % of === part - 1));
}

function selectPercent(packs: readonly FileInfo[], percent: number, random: Random): Set<Id> {
  if (!(percent > 0 && percent <= 100)) throw invalid(`${percent}%`, '0% < p <= 100%');
  const count = Math.max(1, Math.floor((packs.length * percent) / 100));
  return new Set(
    shuffled(packs, random)
      .slice(0, count)
      .map((pack) => pack.name),
  );
}

/** Packs until these bytes are reached, the last one whole. */
function selectBytes(packs: readonly FileInfo[], bytes: number, random: Random): Set<Id> {
  if (!(bytes > 0)) throw invalid(`${bytes}`, 'bytes > 0');
  const chosen = new Set<Id>();
  let sum = 0;
  for (const pack of shuffled(packs, random)) {
    if (sum >= bytes) break;
    chosen.add(pack.name);
    sum += pack.size;
  }
  return chosen;
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let at = result.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [result[at], result[other]] = [result[other] as T, result[at] as T];
  }
  return result;
}

function invalid(value: string, expected: string): LifeboatError {
  return new LifeboatError('value-invalid', { name: 'readData', value, expected });
}
