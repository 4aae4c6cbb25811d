import { fileURLToPath } from 'node:url';

/** Programs that tests start as processes of their own: files below this folder. */
export const PROGRAMS = [
  'electron/background-owner',
  'engine-process',
  'hold-lock',
  'job-process',
  'kills/process',
  'lifeboat',
  'own-profile',
  'owner-process',
  'power/process',
  'sqlite-user-process',
  'vault-process',
] as const;
export type Program = (typeof PROGRAMS)[number];

/** Where the bundle of this run has this folder: one of its own programs finds the others beside this file. */
const BUNDLE = import.meta.url.endsWith('.js') ? import.meta.url : process.env['LIFEBOAT_TEST_PROGRAMS'];

/** The file of a program: bundled, as the app is, which starts in half the time; its source where there is no bundle. */
export function program(name: Program): string {
  return fileURLToPath(BUNDLE === undefined ? new URL(`${name}.ts`, import.meta.url) : new URL(`${name}.js`, BUNDLE));
}
