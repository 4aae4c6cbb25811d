import { countOf, formatBytes } from '../../src/shared/format/index.ts';
import { canReadCompressed, installedRestic, resticCheck } from '../stock-restic.ts';
import { inSeconds, timed } from '../stopwatch.ts';
import type { Cast } from './cast.ts';
import { DemoFailure } from './failure.ts';

/** Lifeboat reads all it has stored. */
export async function checkRepository({ paper, lifeboat }: Cast): Promise<void> {
  paper.chapter('The check');
  const { result, milliseconds } = await timed(() => lifeboat.check());
  for (const finding of result.findings) paper.bad(`${finding.kind} ${finding.id}`);
  if (!result.sound) throw new DemoFailure('The repository is damaged.');
  const snapshots = countOf(result.snapshots, 'backup', 'backups');
  paper.good(`${snapshots} sound: all ${formatBytes(result.bytesRead)} read, decrypted and verified in ${inSeconds(milliseconds)}.`);
}

/** The way out without Lifeboat: the same with stock restic. */
export async function withoutLifeboat(cast: Cast): Promise<void> {
  const { paper, places, recoveryKey, options } = cast;
  paper.chapter('Without Lifeboat');
  paper.say('The repository is in the format of restic, a free and open tool. With nothing but restic and the key you type:');
  paper.command(`export RESTIC_REPOSITORY='${places.repository}'`);
  paper.command(`export RESTIC_PASSWORD='${recoveryKey}'`);
  paper.command('restic check --read-data');
  paper.command('restic restore latest --target ./restored');
  if (!options.keep) paper.say('(To try it, run the demo with --keep, which leaves the repository there.)');
  await askRestic(cast);
}

async function askRestic({ paper, places, recoveryKey, signal }: Cast): Promise<void> {
  const version = installedRestic();
  if (version === undefined) return paper.say('restic is not installed here, so it was not asked.');
  if (!canReadCompressed(version))
    return paper.say(`restic ${version} is installed here; it is too old for compressed repositories (0.14 and later).`);
  const { result, milliseconds } = await timed(() => resticCheck(places.repository, recoveryKey, signal));
  if (!result.sound) {
    paper.bad(result.output);
    throw new DemoFailure(`restic ${version} finds fault with the repository.`);
  }
  paper.good(`restic ${version} is installed here and was asked: it read all data and found no errors (${inSeconds(milliseconds)}).`);
}
