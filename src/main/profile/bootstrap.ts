import { randomUUID } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';
import { LifeboatError } from '../../shared/errors/index.ts';
import type { Clock } from '../../shared/model/clock.ts';
import { type BootstrapContent, bootstrapText, NEW_CONTENT, readBootstrap } from './bootstrap-file.ts';
import type { Profile } from './profile.ts';
import { systemFailure } from './system-failure.ts';
import { writeDurably } from './write-durably.ts';

/** Texts by name; what is changed is durable when the call returns. */
export interface DurableTexts {
  read(name: string): string | undefined;
  write(name: string, text: string): void;
  remove(name: string): void;
  /** In alphabetical order. */
  names(): readonly string[];
}

/**
 * What must be known even when the store is lost: which installation this is, where its repositories are, and the
 * credentials as the vault sealed them. Kept in a small file of which there are two copies.
 */
export interface Bootstrap {
  /** A random UUID, made once. */
  readonly installationId: string;
  /** RFC 3339. */
  readonly createdAt: string;
  /** `mended`: one of the two copies was missing, old or damaged, and was written anew from the other. */
  readonly state: 'opened' | 'created' | 'mended';
  /** Where repositories were last found, by `repositoryKey`. No secrets. */
  readonly locations: DurableTexts;
  /** Sealed credentials by name. Opaque here: the vault seals and opens them. */
  readonly wrapped: DurableTexts;
}

type Files = Pick<Profile, 'bootstrap' | 'bootstrapPrevious'>;

/**
 * Opens the installation's start-up file, or makes it. Only the owner process does this.
 *
 * Errors: `bootstrap-damaged` if a copy is there and none can be read; `store-too-new`; those of the disk.
 */
export function openBootstrap(files: Files, clock: Clock): Bootstrap {
  const copies = [readBootstrap(files.bootstrap), readBootstrap(files.bootstrapPrevious)];
  const whole = copies.filter((copy) => typeof copy !== 'string').toSorted((a, b) => b.revision - a.revision);
  const [newest] = whole;
  if (newest === undefined) {
    if (copies.includes('damaged')) throw new LifeboatError('bootstrap-damaged', { path: files.bootstrap });
    return new BootstrapFile(files, { ...NEW_CONTENT, installationId: randomUUID(), createdAt: clock.now().toISOString() }, 'created');
  }
  const isMended = whole.length < 2 || whole[1]?.revision !== newest.revision;
  return new BootstrapFile(files, newest, isMended ? 'mended' : 'opened');
}

/** Renames both copies, so that the next opening begins a new installation: the way out of `bootstrap-damaged`. */
export function setAsideBootstrap(files: Files, clock: Clock): void {
  const stamp = clock.now().toISOString().replace(/[:.]/g, '');
  for (const path of Object.values({ a: files.bootstrap, b: files.bootstrapPrevious })) {
    if (existsSync(path)) renameSync(path, `${path}.damaged-${stamp}`);
  }
}

class BootstrapFile implements Bootstrap {
  readonly installationId: string;
  readonly createdAt: string;
  readonly state: Bootstrap['state'];
  readonly locations: DurableTexts;
  readonly wrapped: DurableTexts;
  readonly #files: Files;
  #content: BootstrapContent;

  constructor(files: Files, content: BootstrapContent, state: Bootstrap['state']) {
    this.#files = files;
    this.#content = content;
    this.installationId = content.installationId;
    this.createdAt = content.createdAt;
    this.state = state;
    this.locations = this.#texts('locations');
    this.wrapped = this.#texts('wrapped');
    if (state !== 'opened') this.#save({});
  }

  #texts(section: 'locations' | 'wrapped'): DurableTexts {
    return {
      read: (name) => (Object.hasOwn(this.#content[section], name) ? this.#content[section][name] : undefined),
      write: (name, text) => this.#save({ [section]: { ...this.#content[section], [name]: text } }),
      remove: (name) => {
        const { [name]: _, ...others } = this.#content[section];
        this.#save({ [section]: others });
      },
      names: () => Object.keys(this.#content[section]).sort(),
    };
  }

  /** Both copies are of the same revision afterwards; while one is written the other is whole. */
  #save(change: Partial<BootstrapContent>): void {
    const content = { ...this.#content, ...change, revision: this.#content.revision + 1 };
    const text = bootstrapText(content);
    for (const path of [this.#files.bootstrap, this.#files.bootstrapPrevious]) {
      try {
        writeDurably(path, text);
      } catch (error) {
        throw systemFailure(path, error);
      }
    }
    this.#content = content;
  }
}
