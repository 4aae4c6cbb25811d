import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { hasDesktop, opener } from './choose.mjs';

/**
 * Runs the owner process for a browser, prints the sign-in link and opens it where something opens links. Resolves with the
 * owner's exit code.
 *
 * @param {string} root
 * @param {string[]} words
 * @returns {Promise<number>}
 */
export async function openInBrowser(root, words) {
  const child = spawn(process.execPath, [join(root, 'bin/lifeboat.js'), 'serve', '--json', ...words], {
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  // A person's Ctrl-C reaches the owner too, which ends well; whoever else ends this process means both.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill());
  createInterface({ input: child.stdout }).on('line', (line) => {
    const link = linkIn(line);
    if (link === undefined) process.stdout.write(`${line}\n`);
    else show(link);
  });
  return await new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** @param {string} link */
function show(link) {
  process.stdout.write(`Open this link on this PC; it works once, for five minutes:\n${link}\nCtrl-C stops Lifeboat.\n`);
  if (!hasDesktop(process.platform, process.env)) return;
  const [program, words] = opener(link, process.platform);
  // Without one the printed link does.
  spawn(program, words, { stdio: 'ignore', detached: true })
    .once('error', () => undefined)
    .unref();
}

/** @param {string} line */
function linkIn(line) {
  try {
    const told = JSON.parse(line);
    return told.message_type === 'serving' && typeof told.link === 'string' ? told.link : undefined;
  } catch {
    return undefined;
  }
}
