import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
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

/** A new process is looked at so often in a row, since it may become another program yet; later only once in a while. */
const LOOKS_AT_NEW = 20;
const LOOKS_LATER = 50;

/** Command lines of all processes, again and again until stopped. */
export function watchCommandLines(): () => Promise<string[]> {
  const seen = new Set<string>();
  let looks = new Map<string, number>();
  let isOn = true;
  const watching = (async () => {
    while (isOn) {
      const pids = await pidsNow();
      looks = new Map(pids.map((pid) => [pid, (looks.get(pid) ?? 0) + 1]));
      const wanted = pids.filter((pid) => (looks.get(pid) ?? 0) <= LOOKS_AT_NEW || (looks.get(pid) ?? 0) % LOOKS_LATER === 0);
      for (const line of (await linesOf(wanted)).values()) seen.add(line);
      await pause(1);
    }
  })();
  return async () => {
    isOn = false;
    await watching;
    return [...seen];
  };
}

/**
 * Command lines of what this process started, however far down, and of what lost its parent since this process is there: other
 * suites run beside this one.
 */
export async function ownCommandLines(): Promise<string[]> {
  const lines = await processes();
  const births = new Map(await Promise.all([...lines.keys()].map(async (pid) => [pid, await birthOf(pid)] as const)));
  const since = births.get(process.pid)?.started ?? 0;
  const isOurs = (pid: number): boolean => {
    const birth = births.get(pid);
    if (birth === undefined) return false;
    if (birth.parent === process.pid) return true;
    return birth.parent <= 1 ? birth.started > since : isOurs(birth.parent);
  };
  return [...lines].filter(([pid]) => isOurs(pid)).map(([, line]) => line);
}

/** Resolves when none is left: a program that has ended its work and told so still takes a moment to be gone. */
export async function untilNone(list: () => Promise<string[]>): Promise<void> {
  while ((await list()).length > 0) await pause(20);
}

/** Who started a process, and when, in the kernel's ticks since it began; undefined if it is gone. See proc(5), `stat`. */
async function birthOf(pid: number): Promise<{ parent: number; started: number } | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields.length < 20 ? undefined : { parent: Number(fields[1]), started: Number(fields[19]) };
}

/** Ids of processes whose command line has all of these words. */
export async function processesWith(...words: string[]): Promise<number[]> {
  return [...(await processes())].filter(([, line]) => words.every((word) => line.includes(word))).map(([pid]) => pid);
}

async function processes(): Promise<Map<number, string>> {
  return await linesOf(await pidsNow());
}

async function pidsNow(): Promise<string[]> {
  return (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
}

async function linesOf(pids: readonly string[]): Promise<Map<number, string>> {
  const lines = await Promise.all(pids.map(async (pid) => await readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '')));
  const entries = pids.map((pid, index) => [Number(pid), (lines[index] ?? '').replaceAll('\0', ' ')] as const);
  return new Map(entries.filter(([, line]) => line !== ''));
}
