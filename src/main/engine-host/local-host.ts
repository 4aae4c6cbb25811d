import type { Clock } from '../../shared/model/clock.ts';
import {
  check,
  createEngine,
  type EngineOptions,
  fileKeyMemory,
  fileLockMemory,
  fileSnapshotMemory,
  SessionKeeper,
} from '../engine/index.ts';
import { detectSources, freezeDrives, sweepShadowCopies } from '../sources/index.ts';
import type { EngineHost, HostHooks } from './engine-host.ts';
import { backupSource } from './work/backup.ts';
import { askSnapshot, browseSnapshot, searchSnapshots } from './work/browse.ts';
import { copyPoints } from './work/copy.ts';
import { type Ground, within } from './work/ground.ts';
import { addRepositoryKey, alignKeys, createRepository, listRepositoryKeys, removeRepositoryKey } from './work/keys.ts';
import { maintain } from './work/maintain.ts';
import { planSourceRestore } from './work/plan-restore.ts';
import { listPoints } from './work/points.ts';
import { probe } from './work/probe.ts';
import { prove } from './work/prove.ts';
import { removeUnfinished } from './work/remove-unfinished.ts';
import { restoreSource, undoPart } from './work/restore.ts';
import { readSeal, saveSeal } from './work/seal.ts';
import { selfTest } from './work/self-test.ts';
import { testSource } from './work/test-source.ts';

/** What the host is made of; plain data, so that it can be handed to a child process. */
export type HostOptions = Pick<EngineOptions, 'identity' | 'program' | 'threads' | 'bandwidth'> & {
  /** Folder for copies of small files of places on the network. */
  cacheFolder?: string;
  /** A folder that only this account may write to, in which shadow copies of drives are noted while they are there; Windows only. */
  shadowFolder?: string;
};

/** What a test does in its own way. */
export type OwnWays = Pick<EngineOptions, 'lockTimers' | 'keyCost'> & Pick<Ground, 'freeze'>;

/** The engine and the sources, in this process; by a test's own ways, where it has some. */
export function createLocalHost(options: HostOptions, clock: Clock, { freeze, ...own }: OwnWays = {}): EngineHost {
  const { cacheFolder, shadowFolder, ...others } = options;
  const memories =
    cacheFolder === undefined
      ? {}
      : {
          places: { cacheFolder },
          lockMemory: fileLockMemory(cacheFolder),
          snapshotMemory: fileSnapshotMemory(cacheFolder),
          keyMemory: fileKeyMemory(cacheFolder),
        };
  const engine = createEngine({ ...others, ...own, clock, ...memories });
  const sessions = new SessionKeeper(engine);
  const ground: Ground = { engine, sessions, clock, ...(freeze ? { freeze } : freezing(shadowFolder)) };
  const bound =
    <Q, R>(work: (ground: Ground, request: Q, hooks: HostHooks) => Promise<R>) =>
    async (request: Q, hooks: HostHooks = {}): Promise<R> =>
      await work(ground, request, hooks);
  return {
    createRepository: bound(createRepository),
    probe: bound(probe),
    listPoints: bound(listPoints),
    backup: bound(backupSource),
    copy: bound(copyPoints),
    prove: bound(prove),
    planRestore: bound(planSourceRestore),
    restore: bound(restoreSource),
    undoRestore: bound(undoPart),
    removeUnfinished: bound(removeUnfinished),
    check: async ({ at, readData }, hooks = {}) =>
      await within(
        ground,
        at,
        'reading',
        hooks,
        async (session) => await check(session, readData === undefined ? {} : { readData }, hooks),
      ),
    maintain: bound(maintain),
    saveSeal: bound(saveSeal),
    readSeal: bound(readSeal),
    addKey: bound(addRepositoryKey),
    removeKey: bound(removeRepositoryKey),
    alignKeys: bound(alignKeys),
    listKeys: bound(listRepositoryKeys),
    browse: bound(browseSnapshot),
    search: bound(searchSnapshots),
    ask: bound(askSnapshot),
    detect: async (hooks = {}) => await detectSources({ clock, signal: hooks.signal ?? new AbortController().signal }),
    testSource: bound(testSource),
    selfTest: bound(selfTest),
    setBandwidth: (limits) => Promise.resolve(engine.setBandwidth(limits)),
    close: async () => {
      await sessions.close();
      await engine.close();
    },
  };
}

/** Shadow copies that a process of this installation left when it died go now, before the first is made; a backup does not wait for that. */
function freezing(memory: string | undefined): Pick<Ground, 'freeze'> {
  if (memory === undefined) return {};
  const making = { memory };
  void sweepShadowCopies(making);
  return { freeze: (signal) => freezeDrives(making, signal) };
}
