import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Clock } from '../shared/model/clock.ts';
import { masker } from './log/mask.ts';
import { RotatingFile } from './log/rotating-file.ts';

/** From the least to the most important. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Writes one line: what happened, in a few fixed words (`job-ended`), and its facts. Never throws. */
export type LogLine = (event: string, data?: unknown) => void;
export type Logger = Readonly<Record<LogLevel, LogLine>>;

/** Gives the logger of a room: `log('jobs').info('run-started', { run })`. */
export interface Log {
  (name: string): Logger;
  close(): void;
}

export interface LogOptions {
  folder: string;
  clock: Clock;
  /** Lines below it are left out; `info` by default. */
  level?: LogLevel;
  /** Of the file, for a process with a log of its own; `lifeboat` by default. */
  file?: string;
  /** The same paths get the same marks in logs with the same one; random by default. The installation id will do. */
  salt?: string;
}

/** Five files of two megabytes: weeks of a pharmacy's days, and never a full disk. */
const FILES = 5;
const FILE_BYTES = 2_000_000;

/**
 * The program's diary for those who help: JSON lines in `folder`, the newest in `lifeboat.log`. Secrets and what may name a
 * patient are masked on the way in, whoever writes; what cannot be written is counted and said later.
 */
export function openLog({ folder, clock, level = 'info', file = 'lifeboat', salt }: LogOptions): Log {
  const out = new RotatingFile(join(folder, `${file}.log`), { files: FILES, bytes: FILE_BYTES });
  const mask = masker(salt ?? randomBytes(16).toString('hex'));
  let lost = 0;
  const write = (of: LogLevel, name: string, event: string, data: unknown): void => {
    if (LOG_LEVELS.indexOf(of) < LOG_LEVELS.indexOf(level)) return;
    try {
      const at = clock.now().toISOString();
      const line = { at, level: of, name, event, ...(lost > 0 && { lost }), ...(data !== undefined && { data: mask(data) }) };
      out.write(`${JSON.stringify(line)}\n`);
      lost = 0;
    } catch {
      lost += 1;
    }
  };
  const logger = (name: string): Logger => ({
    debug: (event, data) => write('debug', name, event, data),
    info: (event, data) => write('info', name, event, data),
    warn: (event, data) => write('warn', name, event, data),
    error: (event, data) => write('error', name, event, data),
  });
  return Object.assign(logger, { close: () => out.close() });
}
