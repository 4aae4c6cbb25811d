import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FaceClient } from '../../../src/main/web/index.ts';
import type { Destination } from '../../../src/shared/model/destination.ts';
import { dispense, setUp, smallSources } from '../../support/pharmacy-app.ts';
import { type Scratch, scratchFolder } from '../../support/scratch.ts';

/** A small pharmacy's data, and folders that copies of it go to. */
export class CornerPharmacy {
  readonly scratch: Scratch = scratchFolder();
  readonly profile = join(this.scratch.path, 'profile');
  private readonly sources = smallSources(join(this.scratch.path, 'data'));

  /** Path of the dispensing database. */
  get database(): string {
    return this.sources.path;
  }

  /** The folder of its scans. */
  get scans(): string {
    return join(this.scratch.path, 'data', 'scans');
  }

  /** A folder of the scratch by name. */
  folder(name: string): string {
    const path = join(this.scratch.path, name);
    mkdirSync(path, { recursive: true });
    return path;
  }

  place(id: string, name: string, site: Destination['site']): Destination {
    return { kind: 'folder', id, name, site, isolation: 'online', path: this.folder(id) };
  }

  /** Sets it up: a database and scans, a place in the pharmacy and one outside it. */
  async setUp(client: FaceClient): Promise<void> {
    await setUp(client);
    for (const source of [this.sources.database, this.sources.scans]) await client.sources.put({ source });
    await client.destinations.add({ destination: this.place('nas', 'Back-office disk', 'on-site') });
    await client.destinations.add({ destination: this.place('vault', 'Bank vault', 'off-site') });
  }

  /** A day's work. */
  work(at: Date): void {
    dispense(this.database, 25, at);
  }

  remove(): void {
    this.scratch.remove();
  }
}
