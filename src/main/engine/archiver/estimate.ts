import type { SnapshotSummary } from '../format/snapshot.ts';
import type { BackupSource, SourceEntry } from './source/backup-source.ts';

/** A look ahead at how much there is to do, for time left. */
export interface Estimate {
  stop(): void;
}

/** Hears how much there is to do, as far as it is known. */
export type Expect = (files: number, bytes: number) => void;

/** How often, in files, the listener hears a growing total. */
const STEP = 500;

/**
 * Tells the listener how much there is to do: what the snapshot before had, or without one what a walk beside the
 * backup finds. Never a reason to fail: it is only for people who wait.
 */
export function startEstimate(source: BackupSource, before: SnapshotSummary | undefined, expect: Expect): Estimate {
  if (before !== undefined) {
    expect(before.total_files_processed, before.total_bytes_processed);
    return { stop: () => undefined };
  }
  const stopping = new AbortController();
  void new Count(source, expect, stopping.signal).run().catch(() => undefined);
  return { stop: () => stopping.abort() };
}

class Count {
  private readonly source: BackupSource;
  private readonly expect: Expect;
  private readonly signal: AbortSignal;
  private files = 0;
  private bytes = 0;

  constructor(source: BackupSource, expect: Expect, signal: AbortSignal) {
    this.source = source;
    this.expect = expect;
    this.signal = signal;
  }

  async run(): Promise<void> {
    await this.add((await this.source.roots(this.signal)).entries);
    this.tell();
  }

  private async add(entries: readonly SourceEntry[]): Promise<void> {
    for (const entry of entries) {
      this.signal.throwIfAborted();
      if (entry.node.type === 'file') this.addFile(entry.node.size ?? 0);
      else if (entry.node.type === 'dir') await this.add(await this.childrenOf(entry));
    }
  }

  private async childrenOf(entry: SourceEntry): Promise<readonly SourceEntry[]> {
    if (entry.children) return entry.children;
    return await this.source.list(entry, this.signal).then(
      (listing) => listing.entries,
      () => [], // Reported by the backup itself.
    );
  }

  private addFile(bytes: number): void {
    this.files += 1;
    this.bytes += bytes;
    if (this.files % STEP === 0) this.tell();
  }

  private tell(): void {
    if (!this.signal.aborted) this.expect(this.files, this.bytes);
  }
}
