import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check, CheckReport } from './check.ts';

/** Runs checks one after another in a scratch folder of their own; a failure of one does not stop the next. */
export async function runChecks(checks: readonly Check[]): Promise<CheckReport[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'lifeboat-self-test-'));
  try {
    const reports: CheckReport[] = [];
    for (const check of checks) reports.push(await runCheck(check, scratch));
    return reports;
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function runCheck(check: Check, scratch: string): Promise<CheckReport> {
  try {
    return { name: check.name, passed: true, detail: await check.run(scratch) };
  } catch (error) {
    return { name: check.name, passed: false, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
