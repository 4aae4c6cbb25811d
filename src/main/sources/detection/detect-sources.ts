import type { Clock } from '../../../shared/model/clock.ts';
import type { Detected, DetectionGround } from '../kind.ts';
import { KINDS } from '../registry.ts';
import { foldersToLookInto } from './folders.ts';
import { settle } from './settle.ts';

export interface DetectOptions {
  clock: Clock;
  signal: AbortSignal;
  /** Without any: where data of a pharmacy is likely to lie on this platform. */
  folders?: readonly string[];
  /** Milliseconds for each kind of source. */
  limit?: number;
}

const LIMIT = 60_000;

/**
 * Looks for databases, vendors' backups, folders of scans and database servers on this PC, the most important first. What
 * it finds are suggestions with ids of their own. A kind that cannot look finds nothing. `aborted`.
 */
export async function detectSources({ clock, signal, folders, limit = LIMIT }: DetectOptions): Promise<Detected[]> {
  const ground: DetectionGround = { folders: [...(folders ?? foldersToLookInto(process.platform, process.env))], clock, limit, signal };
  // One after the other: two walks over an old disk take longer than twice one.
  const found: Detected[] = [];
  for (const kind of Object.values(KINDS)) {
    signal.throwIfAborted();
    found.push(
      ...(await kind.detect(ground).catch(() => {
        signal.throwIfAborted();
        return [];
      })),
    );
  }
  return settle(found);
}
