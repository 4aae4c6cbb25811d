/**
 * `npm start`: builds if needed and opens the app: in Electron where that is here or can be fetched, else the same app in the
 * browser; it says which and why. What follows `--` goes to the app, such as `npm start -- --profile=FOLDER`.
 */
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openInBrowser } from './start/browser.mjs';
import { isBuilt } from './start/built.mjs';
import { choose, hasDesktop } from './start/choose.mjs';
import { fetchElectron, findElectron } from './start/electron.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const { env: environment, platform } = process;
const words = process.argv.slice(2);

if (!isBuilt(ROOT)) await import('./build.mjs');

const isRoot = process.getuid?.() === 0;
const isWorthFetching = hasDesktop(platform, environment) && !(platform === 'linux' && isRoot);
const here = findElectron(ROOT, environment);
const trouble = here === undefined && isWorthFetching ? await fetchElectron(ROOT, environment) : undefined;
const electron = findElectron(ROOT, environment);
const choice = choose({ electron, platform, environment, isRoot, ...(trouble !== undefined && { trouble }) });
process.stdout.write(`${choice.why}\n`);

if (choice.in === 'electron' && electron !== undefined) {
  const child = spawn(electron, [ROOT, ...words], { stdio: 'inherit' });
  child.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} else process.exitCode = await openInBrowser(ROOT, words);
