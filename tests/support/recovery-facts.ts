import { rmSync } from 'node:fs';
import { LocalBackend } from '../../src/main/engine/backend/local/local-backend.ts';
import { type Access, backup, type CheckFinding, check, type Engine, restore, type Sessions } from '../../src/main/engine/index.ts';
import { type Contents, contentsBelow, type WastefulSite } from './wasteful-site.ts';

/** Looks at a repository after something went wrong in it. */
export class Inspector {
  readonly #engine: Engine;
  readonly #site: WastefulSite;
  readonly #password: string;

  constructor(engine: Engine, site: WastefulSite, password: string) {
    this.#engine = engine;
    this.#site = site;
    this.#password = password;
  }

  /** What a check of every byte finds, hints left out. */
  async errors(): Promise<CheckFinding[]> {
    const { findings } = await this.#within('reading', async (session) => await check(session, { readData: 'all' }));
    return findings.filter(({ severity }) => severity === 'error');
  }

  /** What a snapshot gives back of the source. */
  async restored(snapshot: string): Promise<Contents> {
    return await this.restoredTo(`${this.#site.repository}-restored`, snapshot);
  }

  /** The same by way of a folder of the caller's choice, which is removed again. */
  async restoredTo(target: string, snapshot: string): Promise<Contents> {
    try {
      await this.#within('reading', async (session) => await restore(session, { snapshot: `${snapshot}:${this.#site.source}`, target }));
      return contentsBelow(target);
    } finally {
      rmSync(target, { recursive: true, force: true });
    }
  }

  /** Backs the source up as it is now; the outcome. */
  async backUp(): Promise<string> {
    const source = { kind: 'paths', paths: [this.#site.source] } as const;
    return (await this.#within('appending', async (session) => await backup(session, { source: { ...source, paths: [...source.paths] } })))
      .outcome;
  }

  /** How many locks there are. */
  async locks(): Promise<number> {
    return (await Array.fromAsync(new LocalBackend(this.#site.repository).list('locks'))).length;
  }

  async #within<A extends Access, T>(access: A, work: (session: Sessions[A]) => Promise<T>): Promise<T> {
    const session = await this.#engine.open(this.#site.repository, this.#password, access, { lock: access !== 'reading' });
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  }
}
