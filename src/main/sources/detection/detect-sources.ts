import type { Clock } from '../../../shared/model/clock.ts';
import type { Detected, DetectionGround, SourceKind } from '../kind.ts';
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
  // All at once: the disk is walked once for all of them, and servers are asked meanwhile.
  const found = await Promise.all(Object.values(KINDS).map(async (kind) => await detectSafely(kind, ground)));
  signal.throwIfAborted();
  return settle(found.flat());
}

async function detectSafely(kind: SourceKind, ground: DetectionGround): Promise<Detected[]> {
  return await kind.detect(ground).catch(() => []);
}
