import { statfs } from 'node:fs/promises';
import { repositoriesOf } from '../../shared/model/destination.ts';
import {
  addDestination,
  addDisk,
  probeDestination,
  releaseDisk,
  removeDestination,
  removeDisk,
  updateDestination,
} from '../setup/index.ts';
import { api } from './context.ts';
import { lostApi } from './lost.ts';
import type { AppServices } from './services.ts';

export function destinationsApi(services: AppServices) {
  const { store, setup, jobs } = services;
  const repositories = async (destination: Parameters<typeof repositoriesOf>[0]) =>
    await Promise.all(
      repositoriesOf(destination).map(async (ref) => {
        const [lastProbe] = store.notes.probes(ref, 1);
        return { ...ref, state: (await jobs.places.look(ref)).state, ...(lastProbe && { lastProbe }) };
      }),
    );
  return {
    list: api.destinations.list.handler(
      async () =>
        await Promise.all(
          store.destinations.list().map(async (destination) => ({ destination, repositories: await repositories(destination) })),
        ),
    ),
    probe: api.destinations.probe.handler(async ({ input }) => await probeDestination(setup, input.destination, input.credential)),
    add: api.destinations.add.handler(async ({ input }) => {
      await addDestination(setup, input.destination, input.credential);
      services.settingsChanged();
    }),
    update: api.destinations.update.handler(async ({ input }) => {
      await updateDestination(setup, input.destination, input.credential);
      services.settingsChanged();
    }),
    remove: api.destinations.remove.handler(async ({ input }) => {
      await removeDestination(setup, input.id);
      services.settingsChanged();
    }),
    addDisk: api.destinations.addDisk.handler(async ({ input }) => {
      const { folder } = await addDisk(setup, input);
      services.settingsChanged();
      return { isBesideOld: folder !== undefined };
    }),
    removeDisk: api.destinations.removeDisk.handler(({ input }) => {
      removeDisk(setup, input);
      services.settingsChanged();
    }),
    drives: api.destinations.drives.handler(
      async () =>
        await Promise.all(
          (await setup.listDrives()).map(async ({ path, label, isRemovable }) => ({
            path,
            label,
            isRemovable,
            freeBytes: await freeBytes(path),
          })),
        ),
    ),
    release: api.destinations.release.handler(({ input }) => ({ safe: releaseDisk(setup, input) })),
    ...lostApi(services),
    custody: api.destinations.custody.handler(({ input }) => [...store.notes.custody(input.destination)]),
  };
}

async function freeBytes(path: string): Promise<number | undefined> {
  const found = await statfs(path).catch(() => undefined);
  return found && found.bavail * found.bsize;
}
