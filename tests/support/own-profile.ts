import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../src/main/clock.ts';
import { openProfile, openScratch } from '../../src/main/profile/index.ts';
import { openStore, takeOwnership } from '../../src/main/store/index.ts';
import { aJob, aRun, aSource } from './stored.ts';

/** A program: owns the profile of the folder given to it and works in it until it is killed, or until its standard input ends. */
const profile = await openProfile(process.argv[2] as string);
const ownership = takeOwnership(profile);
if (ownership === undefined) {
  process.stdout.write('refused\n');
} else {
  const { store } = openStore(profile.database, systemClock);
  store.sources.put(aSource('written'));
  store.history.addRun(aRun('r1'), [aJob('j1', 'r1', { status: 'running' })]);
  const folder = await openScratch(profile, systemClock).folder('work');
  mkdirSync(join(folder.path, 'deep'));
  writeFileSync(join(folder.path, 'deep', 'patients.csv'), 'Jane Doe', { mode: 0o400 });
  process.stdout.write('owned\n');
  await Array.fromAsync(process.stdin);
  store.close();
  ownership.release();
}
