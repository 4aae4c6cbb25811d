import type { HostBackupResult } from '../../../../src/main/engine-host/index.ts';
import type { Finished } from '../../../support/finished.ts';
import type { WindowsMachine } from '../machine.ts';
import type { FileDetails } from './kernel.ts';

export type { FileDetails } from './kernel.ts';

/** What Windows says of files, by their Windows paths. */
export async function detailsOn(machine: WindowsMachine, ...files: string[]): Promise<FileDetails[]> {
  return JSON.parse(await program(machine, 'get-details', files)) as FileDetails[];
}

export async function giveDetailsOn(machine: WindowsMachine, file: string, details: FileDetails): Promise<void> {
  await program(machine, 'give-details', [file, JSON.stringify(details)]);
}

/** Runs Lifeboat while another process holds a file for itself alone. */
export async function whileHeldOn(machine: WindowsMachine, file: string, words: readonly string[]): Promise<Finished> {
  return JSON.parse(await program(machine, 'hold-while', [file, ...words])) as Finished;
}

/** Backs D:\data up while these files of it are held, with D:\frozen as the frozen state of the drive. The host's result, and how often it was released. */
export async function backupOfFrozenOn(machine: WindowsMachine, ...files: string[]): Promise<HostBackupResult & { released: number }> {
  return JSON.parse(await program(machine, 'frozen-backup', files)) as HostBackupResult & { released: number };
}

async function program(machine: WindowsMachine, name: string, words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await machine.node([`C:\\lifeboat\\tests\\windows\\support\\programs\\${name}.ts`, ...words]);
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${stdout}${stderr}`);
  return stdout;
}
