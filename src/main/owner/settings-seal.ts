/** Milliseconds between two looks; settings that were left alone for one look to the next are kept beside the data. */
export const SEAL_LOOKS_EVERY = 2 * 60 * 1000;

/**
 * Keeps changed settings beside the data without waiting for the next backup, once nobody changes them any more: a set-up
 * changes many, one after the other.
 */
export class SettingsSeal {
  private readonly needs: SettingsSealNeeds;
  private changes = 0;
  private seen = 0;
  private kept = 0;

  constructor(needs: SettingsSealNeeds) {
    this.needs = needs;
  }

  /** Settings, sources, places or people are not what they were. */
  changed(): void {
    this.changes += 1;
  }

  /** To be called every few minutes. What fails is in the history, and goes with the next backup. */
  async look(): Promise<void> {
    const isQuiet = this.changes === this.seen;
    this.seen = this.changes;
    if (!isQuiet || this.changes === this.kept || !this.needs.isAllowed()) return;
    this.kept = this.changes;
    await this.needs.seal();
  }
}

export interface SettingsSealNeeds {
  /** Whether Lifeboat may write by itself now. */
  isAllowed: () => boolean;
  /** Writes what is so now into every repository that can be reached. */
  seal: () => Promise<void>;
}
