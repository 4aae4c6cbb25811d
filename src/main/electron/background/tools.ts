import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Runs a program of Windows to its end; rejects if it does not end well. */
export type RunTool = (tool: string, words: readonly string[]) => Promise<{ stdout: string }>;

export const runTool: RunTool = async (tool, words) => await promisify(execFile)(tool, words, { windowsHide: true, timeout: 60_000 });

/** Registers a scheduled task, in the place of one of the same name. schtasks takes its description as a file in UTF-16 only. */
export async function registerTask(run: RunTool, name: string, xml: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lifeboat-task-'));
  try {
    const file = join(folder, 'task.xml');
    await writeFile(file, Buffer.from(`\uFEFF${xml}`, 'utf16le'));
    await run('schtasks', ['/create', '/tn', name, '/xml', file, '/f']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
