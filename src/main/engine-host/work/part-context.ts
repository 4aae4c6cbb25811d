import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SingleSource } from '../../../shared/model/source.ts';
import type { FrozenDrives, SourceContext } from '../../sources/index.ts';
import type { HostHooks, SourceSecrets } from '../engine-host.ts';
import type { Ground } from './ground.ts';

export interface PartWork {
  /** A folder of this piece of work's own, below the scratch root; made here and wiped. */
  scratch: string;
  secrets: SourceSecrets;
  hooks: HostHooks;
  /** For captures. */
  frozen?: FrozenDrives | undefined;
}

/** Gives each part a private folder and its credentials, and wipes the folders whatever happens. */
export async function withPartContext<T>(
  { clock }: Ground,
  { scratch, secrets, hooks, frozen }: PartWork,
  work: (contextOf: (part: SingleSource) => Promise<SourceContext>) => Promise<T>,
): Promise<T> {
  // What a process that died left of the same request would be taken for this one's.
  await wipe(scratch);
  await mkdir(scratch, { recursive: true, mode: 0o700 });
  const contextOf = async (part: SingleSource): Promise<SourceContext> => {
    const folder = join(scratch, part.id);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const signal = hooks.signal ?? new AbortController().signal;
    return { clock, scratch: folder, secrets: secrets[part.id] ?? {}, signal, ...(frozen && { frozen }) };
  };
  try {
    return await work(contextOf);
  } finally {
    // What is held open here, as by a virus scanner, goes at the next start; it does not undo what was done.
    await wipe(scratch).catch(() => undefined);
  }
}

async function wipe(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
