import type { Backend } from '../backend/backend.ts';

/** A backend that reads like `backend` and takes every file without storing it: for dry runs. */
export function withoutSaving(backend: Backend): Backend {
  return {
    location: backend.location,
    concurrency: backend.concurrency,
    create: async () => undefined,
    save: async () => undefined,
    load: async (handle, range, signal) => await backend.load(handle, range, signal),
    stat: async (handle, signal) => await backend.stat(handle, signal),
    list: (type, signal) => backend.list(type, signal),
    remove: async () => undefined,
    close: async () => undefined,
  };
}
