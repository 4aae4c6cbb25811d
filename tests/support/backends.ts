import { systemClock } from '../../src/main/clock.ts';
import { AzureBackend } from '../../src/main/engine/backend/azure/index.ts';
import { CachedBackend } from '../../src/main/engine/backend/cache/index.ts';
import { Bandwidth, LimitedBackend } from '../../src/main/engine/backend/limiter/index.ts';
import { RetryBackend } from '../../src/main/engine/backend/retry/index.ts';
import { LocalBackend } from '../../src/main/engine/backend/local/local-backend.ts';
import { MemoryBackend } from '../../src/main/engine/backend/memory/memory-backend.ts';
import type { Backend, Handle } from '../../src/main/engine/backend/index.ts';
import type { Azurite } from './azurite.ts';
import { sha256 } from '../../src/main/engine/crypto/index.ts';
import { scratchFolder } from './scratch.ts';

/** A way to make an empty place of one kind, and to take it away again. */
export interface BackendMaker {
  kind: string;
  make(): { backend: Backend; dispose(): Promise<void> } | Promise<{ backend: Backend; dispose(): Promise<void> }>;
}

/** Every kind of place there is; whoever adds a kind adds it here. */
export const BACKENDS: readonly BackendMaker[] = [
  {
    kind: 'local',
    make() {
      const scratch = scratchFolder();
      const backend = new LocalBackend(scratch.path);
      return { backend, dispose: async () => scratch.remove() };
    },
  },
  { kind: 'memory', make: () => ({ backend: new MemoryBackend(), dispose: async () => undefined }) },
  { kind: 'a place behind retries', make: () => around(new RetryBackend(new MemoryBackend(), { clock: systemClock })) },
  { kind: 'a place within a bandwidth', make: () => around(new LimitedBackend(new MemoryBackend(), wideLine())) },
  {
    kind: 'a place behind a cache',
    make() {
      const scratch = scratchFolder();
      const backend = new CachedBackend(new MemoryBackend(), { folder: scratch.path, key: 'memory' });
      return { backend, dispose: async () => scratch.remove() };
    },
  },
];

/** The one that needs a server: kept apart, since only who runs it should start one. */
export function azureMaker(azurite: () => Azurite): BackendMaker {
  return {
    kind: 'azure',
    make() {
      const { containerName: container } = azurite().container();
      const bandwidth = new Bandwidth(systemClock);
      return around(new AzureBackend({ container, prefix: 'a/b c', credentials: azurite().credentials(), clock: systemClock, bandwidth }));
    },
  };
}

function around(backend: Backend): { backend: Backend; dispose(): Promise<void> } {
  return { backend, dispose: async () => undefined };
}

/** A limit that never makes a test wait long. */
function wideLine(): Bandwidth {
  return new Bandwidth(systemClock, { upload: 2 ** 30, download: 2 ** 30 });
}

/** A file named by its content, as repositories have them. */
export function fileOf(content: string | Uint8Array, type: Handle['type'] = 'data'): { handle: Handle; bytes: Uint8Array } {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { handle: { type, name: sha256(bytes) }, bytes };
}

/** The names a listing gives, sorted. */
export async function namesOf(backend: Backend, type: Handle['type']): Promise<string[]> {
  return (await Array.fromAsync(backend.list(type), ({ name }) => name)).sort();
}
