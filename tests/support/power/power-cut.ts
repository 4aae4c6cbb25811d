import { dirname } from 'node:path';
import { type Disk, withoutLost } from './disk.ts';
import type { DiskEvent } from './disk-event.ts';

/** What is left of bytes that were written and not synced. */
export type Remains = 'all' | 'half' | 'none';

/** What a power cut does to what was not yet synced. */
export interface Damage {
  /** Whether a new, other or removed name stays so, though its folder was not synced. */
  keepsName(event: NameEvent): boolean;
  keepsBytes(file: FileKey): Remains;
}

type NameEvent = Extract<DiskEvent, { path: string }>;
/** A file whatever its name: the number it got when it was made, or the path it had before. */
type FileKey = number | string;

/** A disk with all that was done to it: what stands on it if the power goes at any moment. */
export class RecordedDisk {
  readonly #before: Disk;
  readonly #events: readonly DiskEvent[];
  /** Of each event the file it is about. */
  readonly #subjects: readonly (FileKey | undefined)[];

  constructor(before: Disk, events: readonly DiskEvent[]) {
    this.#before = before;
    this.#events = events;
    this.#subjects = subjectsOf(before, events);
  }

  /** The disk after a power cut when the first `done` events had been done. */
  after(done: number, damage: Damage): Disk {
    const folders = new Set(this.#before.folders);
    const names = new Map<string, FileKey>([...this.#before.files.keys()].map((path) => [path, path]));
    const contents = new Map<FileKey, Buffer[]>([...this.#before.files].map(([path, content]) => [path, [content]]));
    for (const [at, event] of this.#events.slice(0, done).entries()) {
      const subject = this.#subjects[at] as FileKey;
      if (event.did === 'write') {
        const bytes = Buffer.from(event.bytes, 'base64');
        const remains = this.#isSynced(at, done, subject) ? 'all' : damage.keepsBytes(subject);
        contents.set(subject, [...(contents.get(subject) ?? []), bytes.subarray(0, lengthOf(bytes, remains))]);
      } else if (isNameEvent(event) && (this.#isSynced(at, done, dirname(event.path)) || damage.keepsName(event))) {
        applyName(event, subject, names, folders);
      }
    }
    const files = [...names].map(([path, key]): [string, Buffer] => [path, Buffer.concat(contents.get(key) ?? [])]);
    return withoutLost({ folders, files: new Map(files) });
  }

  /** Whether a sync of a file or folder that was done by then began after an event. */
  #isSynced(at: number, done: number, subject: FileKey): boolean {
    return this.#events.slice(0, done).some((event, sync) => 'before' in event && event.before > at && this.#subjects[sync] === subject);
  }
}

function isNameEvent(event: DiskEvent): event is NameEvent {
  return 'path' in event && event.did !== 'sync';
}

function applyName(event: NameEvent, subject: FileKey, names: Map<string, FileKey>, folders: Set<string>): void {
  if (event.did === 'mkdir') folders.add(event.path);
  else if (event.did === 'unlink') names.delete(event.path);
  else names.set(event.path, subject);
  if (event.did === 'rename') names.delete(event.from);
}

/** Which file each event is about, as the process saw it: with all that was done before it. Of folders the path. */
function subjectsOf(before: Disk, events: readonly DiskEvent[]): (FileKey | undefined)[] {
  const names = new Map<string, FileKey>([...before.files.keys()].map((path) => [path, path]));
  return events.map((event) => {
    if (event.did === 'finish') return undefined;
    if ('file' in event) {
      if (event.did === 'create') names.set(event.path, event.file);
      return event.file;
    }
    const subject = names.get('from' in event ? event.from : event.path) ?? event.path;
    if (isNameEvent(event)) applyName(event, subject, names, new Set());
    return subject;
  });
}

function lengthOf(bytes: Buffer, remains: Remains): number {
  return remains === 'all' ? bytes.length : remains === 'half' ? bytes.length >> 1 : 0;
}
