import { smokeTest } from '../smoke-test/run.ts';
import { ownerOptions, type StartNeeds } from './needs.ts';

/** Boots everything that needs no window, with the engine in a utility process, and says how it went. */
export async function startSmokeTest(needs: StartNeeds): Promise<void> {
  const report = await smokeTest({ startHost: ownerOptions(needs).startHost, pageFolder: needs.files.page });
  process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`, () => needs.app.exit(report.passed ? 0 : 1));
}
