import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { program } from './program.ts';

/** Another program at work with a database; what it does is in `sqlite-user-process.ts`. */
export interface SqliteUser {
  /** Waits until it has reported once more. */
  step(): Promise<string>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Lets it close the database and end. */
  leave(): Promise<void>;
}

export type SqliteHabit = 'writes' | 'holds-open' | 'locks' | 'half-written';

/** Starts another program; resolves when it has the database open and is at it. */
export async function sqliteUser(path: string, habit: SqliteHabit, mode: 'wal' | 'delete' = 'wal'): Promise<SqliteUser> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program('sqlite-user-process'), path, habit, mode], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const step = async (): Promise<string> => {
    const { done, value } = await lines.next();
    if (done) throw new Error(`the program that ${habit} has ended`);
    return value;
  };
  await step();
  return { step, kill: async () => await end(child, 'SIGKILL'), leave: async () => await end(child) };
}

async function end(child: ChildProcess, signal?: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.stdout?.resume();
  if (signal === undefined) child.stdin?.end();
  else child.kill(signal);
  await ended;
}
