import { readlink, symlink } from 'node:fs/promises';
import { createSpecial } from '../filesystem/index.ts';
import { nameFromBytes, pathForSystem } from '../format/name.ts';
import { attemptEntry } from './attempt-entry.ts';
import { correctDetails, giveDetails } from './entry-details.ts';
import type { MadeDirectories } from './make-directories.ts';
import type { Report } from './report.ts';
import { type PlannedOther, type RestorePlan, snapshotPath, targetPath } from './restore-plan.ts';
import { throwIfAborted } from '../abort.ts';
import { lookAt } from './target/look.ts';
import { makeInPlace } from './target/put-in-place.ts';
import { temporaryPath } from './target/temporary-files.ts';
import { symlinkKind } from './target/windows-links.ts';

/** Makes symbolic links, pipes and devices. */
export async function restoreOthers(plan: RestorePlan, directories: MadeDirectories, report: Report, signal: AbortSignal): Promise<void> {
  for (const entry of plan.others) {
    if (!directories.has(entry.directory)) continue;
    throwIfAborted(signal);
    if (plan.overwrite === 'never' && (await lookAt(targetPath(entry))) !== undefined) continue;
    if (entry.node.type === 'symlink') await restoreSymlink(entry, directories, report);
    else await restoreSpecial(entry, directories, report);
  }
}

async function restoreSymlink(entry: PlannedOther, directories: MadeDirectories, report: Report): Promise<void> {
  const path = targetPath(entry);
  const leadsTo = entry.node.linktarget ?? '';
  if ((await linkTarget(path)) === leadsTo) return correctDetails(path, snapshotPath(entry), entry.node, report);
  await attemptEntry(entry, report, async () => {
    const kind = await symlinkKind(path, leadsTo);
    await makeInPlace(temporaryPath(entry.directory.path), path, async (temporary) => {
      await symlink(pathForSystem(leadsTo), pathForSystem(temporary), kind);
    });
    directories.touch(entry.directory);
    giveDetails(path, snapshotPath(entry), entry.node, report);
  });
}

/** Where the link at `path` leads; undefined if there is none. */
async function linkTarget(path: string): Promise<string | undefined> {
  try {
    return nameFromBytes(await readlink(pathForSystem(path), { encoding: 'buffer' }));
  } catch {
    return undefined;
  }
}

async function restoreSpecial(entry: PlannedOther, directories: MadeDirectories, report: Report): Promise<void> {
  const temporary = temporaryPath(entry.directory.path);
  const reason = createSpecial(temporary, entry.node);
  if (reason !== undefined) return report.warn('special-file', snapshotPath(entry), reason);
  await attemptEntry(entry, report, async () => {
    await makeInPlace(temporary, targetPath(entry), async (path) => giveDetails(path, snapshotPath(entry), entry.node, report));
    directories.touch(entry.directory);
  });
}
