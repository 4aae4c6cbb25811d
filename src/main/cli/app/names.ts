import { LifeboatError } from '../../../shared/errors/index.ts';
import type { Destination, RepositoryRef } from '../../../shared/model/destination.ts';
import type { Source } from '../../../shared/model/source.ts';
import { pageTexts } from '../../../shared/text/index.ts';
import type { Owner } from './owner.ts';

/** How a person calls sources and places, by their ids. */
export class Names {
  readonly sources: readonly Source[];
  readonly destinations: readonly Destination[];
  private readonly old: ReadonlyMap<string, string>;

  constructor(sources: readonly Source[], destinations: readonly Destination[], old: ReadonlyMap<string, string> = new Map()) {
    this.sources = sources;
    this.destinations = destinations;
    this.old = old;
  }

  static async of(owner: Owner): Promise<Names> {
    const sources = await owner.look((client) => client.sources.list());
    const places = await owner.look((client) => client.destinations.list());
    const { copies } = await owner.look((client) => client.kit.retired());
    return new Names(
      sources,
      places.map(({ destination }) => destination),
      new Map(copies.map(({ id, name }) => [id, pageTexts('en').oldCopies(name)])),
    );
  }

  source(id: string): string | undefined {
    return this.sources.find((source) => source.id === id)?.name;
  }

  /** Of a source, or of a member of a group. */
  part(id: string): string | undefined {
    const members = this.sources.flatMap((source) => [source, ...(source.kind === 'group' ? source.members : [])]);
    return members.find((part) => part.id === id)?.name;
  }

  place(id: string, disk?: string): string | undefined {
    const destination = this.destinations.find((one) => one.id === id);
    const label = destination?.kind === 'usb-set' ? destination.disks.find((one) => one.id === disk)?.label : undefined;
    return label ?? destination?.name ?? this.old.get(id);
  }

  /** What old copies from before a key leaked are called, by their id; undefined: there are none of this id. */
  oldCopies(id: string): string | undefined {
    return this.old.get(id);
  }

  /** The repository that is meant: a disk by its label, another place by its id or name. Undefined: none is called so. */
  findRepository(called: string): RepositoryRef | undefined {
    const disks = this.destinations.flatMap((one) => (one.kind === 'usb-set' ? one.disks.map((disk) => ({ set: one.id, disk })) : []));
    const found = disks.find(({ disk }) => disk.id === called || sameWords(disk.label, called));
    if (found !== undefined) return { destination: found.set, disk: found.disk.id };
    const places = this.destinations.filter(({ kind }) => kind !== 'usb-set');
    const place = places.find(({ id }) => id === called) ?? places.find(({ name }) => sameWords(name, called));
    return place && { destination: place.id };
  }

  /** What {@link findRepository} knows, for somebody who has to choose. */
  get repositories(): string[] {
    return this.destinations.flatMap((one) => (one.kind === 'usb-set' ? one.disks.map(({ label }) => label) : [one.id]));
  }

  /** As {@link findRepository}; `value-invalid` for none. */
  repositoryOf(called: string): RepositoryRef {
    const found = this.findRepository(called);
    if (found !== undefined) return found;
    throw new LifeboatError('value-invalid', { name: 'NAME', value: called, expected: this.repositories.join(', ') });
  }

  /** The ids of sources that are given by id or name; `not-set-up` if there is none at all, `value-invalid` for an unknown one. */
  idsOf(given: readonly string[] | undefined, option: string): string[] | undefined {
    if (this.sources.length === 0 || this.destinations.length === 0) throw new LifeboatError('not-set-up', {});
    return given?.map((value) => {
      const found = this.sources.find(({ id }) => id === value) ?? this.sources.find(({ name }) => sameWords(name, value));
      if (found !== undefined) return found.id;
      throw new LifeboatError('value-invalid', { name: option, value, expected: this.sources.map(({ id }) => id).join(', ') });
    });
  }
}

function sameWords(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
