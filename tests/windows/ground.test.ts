import { beforeAll, expect, test } from '@jest/globals';
import { describeWindows } from './support/describe-windows.ts';

/** What the app rests on, beside files: tried with Windows' Node, so that a part that is not there is found here first. */
describeWindows('what the app rests on', (machine) => {
  let facts: Record<string, unknown> = {};

  beforeAll(async () => {
    const { stdout, stderr } = await machine().node(['C:\\lifeboat\\tests\\windows\\support\\programs\\ground.ts']);
    facts = JSON.parse(stdout || JSON.stringify({ stderr })) as Record<string, unknown>;
  });

  test.each([
    ['Credential Manager keeps, lists and forgets a secret', 'credentials', { kept: 'sécret 😀', listed: ['wrapping-key'], after: null }],
    ['SQLite works in WAL mode', 'sqlite', { mode: 'wal', rows: 2 }],
    ['an exclusive SQLite transaction keeps another process out, and its end lets it in', 'sqliteLock', ['SQLITE_BUSY', 'written']],
    ['a forked child answers over IPC, also large messages and bytes', 'fork', { echoed: 300_000, bytes: [1, 2, 3], code: 0 }],
    ['a child that is killed ends, and is gone', 'kill', { alive: true, code: 1, after: 'ESRCH' }],
    ['a child learns that its parent has let go', 'disconnect', { code: 7 }],
    ['another process talks over a named pipe', 'pipe', 'owner heard hello'],
    ['a named pipe that nobody listens on says so', 'pipeNobody', 'ENOENT'],
    ['loopback TCP works', 'tcp', 'over loopback'],
    ['a file is created by one process only', 'createOnce', 'EEXIST'],
    ['a file is synced when opened for writing; for reading that is refused', 'syncFile', ['done', 'EPERM']],
    ['a folder cannot be synced', 'syncFolder', 'EPERM'],
    ['an open file can be renamed and removed', 'moveOpen', ['renamed', 'removed']],
    ['a hard link is the same file', 'hardLink', 2],
    ['timers, a watched folder and threads run', 'background', { timer: true, watched: true, thread: 'from a thread' }],
  ])('%s', (_title, name, expected) => {
    expect({ [name]: facts[name], ...(facts['stderr'] !== undefined && { stderr: facts['stderr'] }) }).toEqual({ [name]: expected });
  });
});
