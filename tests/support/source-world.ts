import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { systemClock } from '../../src/main/clock.ts';
import type { Capture, RestoredPart, SourceContext } from '../../src/main/sources/kind.ts';

/** Surroundings of one verb: the real clock, a folder of its own below `scratch`. */
export async function sourceContext(
  scratch: string,
  options: { name?: string; secrets?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<SourceContext> {
  const folder = join(scratch, options.name ?? 'work');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return { clock: systemClock, scratch: folder, secrets: options.secrets ?? {}, signal: options.signal ?? new AbortController().signal };
}

/** What the engine does between a capture and a restore, without the engine: reads every file to its end into a folder. */
export async function bringOver(capture: Capture, folder: string): Promise<RestoredPart> {
  await mkdir(folder, { recursive: true });
  for (const file of capture.files) {
    if (file.kind === 'paths') throw new Error('not for paths');
    const to = join(folder, file.name);
    if (file.kind === 'staged') await copyFile(file.path, to);
    else await pipeline(Readable.from(file.open()), createWriteStream(to));
  }
  return { folder, paths: [] };
}

/** Command lines of all processes, again and again until stopped. */
export function watchCommandLines(): () => Promise<string[]> {
  const seen = new Set<string>();
  let isOn = true;
  const watching = (async () => {
    while (isOn) {
      for (const line of await commandLines()) seen.add(line);
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  return async () => {
    isOn = false;
    await watching;
    return [...seen];
  };
}

/** Command lines of the processes of this moment. */
export async function commandLines(): Promise<string[]> {
  return [...(await processes()).values()];
}

/** Ids of processes whose command line has all of these words. */
export async function processesWith(...words: string[]): Promise<number[]> {
  return [...(await processes())].filter(([, line]) => words.every((word) => line.includes(word))).map(([pid]) => pid);
}

async function processes(): Promise<Map<number, string>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(pids.map(async (pid) => await readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '')));
  const entries = pids.map((pid, index) => [Number(pid), (lines[index] ?? '').replaceAll('\0', ' ')] as const);
  return new Map(entries.filter(([, line]) => line !== ''));
}
