import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Drive } from '../../../src/main/places/index.ts';
import { canMount, type Mount, mountFolder } from '../../support/mounts.ts';

/** Drives that are plugged in and pulled out: real mounts where this account may mount, else folders that are listed or not. */
export class DriveSlots {
  /** What the system says is plugged in. */
  plugged: Drive[] = [];
  private readonly root: string;
  private readonly isReal: boolean;
  private readonly mounts = new Map<string, Mount>();

  private constructor(root: string, isReal: boolean) {
    this.root = root;
    this.isReal = isReal;
  }

  static async below(root: string): Promise<DriveSlots> {
    return new DriveSlots(root, await canMount());
  }

  /** From now on exactly these are plugged in; what was written to a drive is on it when it comes back. */
  plug(...labels: string[]): void {
    for (const [label, mount] of this.mounts) {
      if (labels.includes(label)) continue;
      mount.unmount();
      this.mounts.delete(label);
    }
    this.plugged = labels.map((label) => ({ path: this.pathOf(label), volumeId: `volume-${label}`, label, isRemovable: true }));
  }

  private pathOf(label: string): string {
    const [content, path] = [join(this.root, `${label}-content`), join(this.root, label)];
    mkdirSync(this.isReal ? content : path, { recursive: true });
    if (this.isReal && !this.mounts.has(label)) this.mounts.set(label, mountFolder(content, path));
    return path;
  }
}
