import { countOf, formatBytes } from '../../src/shared/format/index.ts';
import type { BackupResult } from '../../src/main/engine/index.ts';
import { warningSentence } from '../../src/shared/text/index.ts';
import { extentOf } from '../extent.ts';
import { inSeconds, type Timed, timed } from '../stopwatch.ts';
import type { Cast } from './cast.ts';
import { DemoFailure } from './failure.ts';

/** A repository on the USB disk, and everything into it. */
export async function firstBackup(cast: Cast): Promise<void> {
  const { paper, lifeboat, recoveryKey } = cast;
  paper.chapter('The first backup');
  await lifeboat.init();
  paper.say('A repository is made on the USB disk. It opens with a recovery key that is printed and kept on paper:');
  paper.command(recoveryKey);
  const backup = await run(cast);
  const { filesProcessed, bytesProcessed, bytesStored } = backup.result.counts;
  paper.fact('Read', `${countOf(filesProcessed, 'file', 'files')}, ${formatBytes(bytesProcessed)}, in ${inSeconds(backup.milliseconds)}`);
  paper.fact('Stored, encrypted', `${formatBytes(bytesStored)} (${savedShare(bytesStored, bytesProcessed)} saved by compression)`);
}

/** The same after a day's work: only what is new goes to the disk. */
export async function nextBackup(cast: Cast): Promise<void> {
  const { paper } = cast;
  paper.chapter('The second backup');
  const backup = await run(cast);
  const { filesNew, filesChanged, filesUnmodified, bytesProcessed, bytesStored } = backup.result.counts;
  paper.fact('Looked at', `${formatBytes(bytesProcessed)} in ${inSeconds(backup.milliseconds)}`);
  paper.fact('Files', `${filesNew} new, ${filesChanged} changed, ${filesUnmodified} as before`);
  paper.fact('Stored', `${formatBytes(bytesStored)} (${savedShare(bytesStored, bytesProcessed)} of a full copy saved)`);
}

/** And once more, with nothing new. */
export async function idleBackup(cast: Cast): Promise<void> {
  const { paper, places } = cast;
  paper.chapter('A third look: nothing has changed');
  const backup = await run(cast);
  const { filesUnmodified, bytesStored } = backup.result.counts;
  paper.fact('Files', `${countOf(filesUnmodified, 'file', 'files')} as before, seen in ${inSeconds(backup.milliseconds)}`);
  paper.fact('Stored', bytesStored === 0 ? 'nothing; only a note that all is as it was' : formatBytes(bytesStored));
  const full = extentOf(places.pharmacy).bytes;
  const stored = extentOf(places.repository).bytes;
  paper.fact('Three backups take together', `${formatBytes(stored)}; three plain copies would take ${formatBytes(3 * full)}`);
}

async function run({ lifeboat, places }: Cast): Promise<Timed<BackupResult>> {
  const backup = await timed(() => lifeboat.backup(places.pc));
  const [warning] = backup.result.warnings;
  if (warning !== undefined) throw new DemoFailure(`The backup is not complete. ${warningSentence(warning, 'en')}`);
  return backup;
}

function savedShare(stored: number, of: number): string {
  return `${(100 * (1 - stored / of)).toFixed(stored * 100 < of ? 1 : 0)}%`;
}
