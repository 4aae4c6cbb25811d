import { writeFileSync } from 'node:fs';

/**
 * The last words of a test run: what was skipped, by name, so that no skip goes unseen. Where the environment
 * variable LIFEBOAT_TEST_RESULTS names a file, it gets the counts: passed, failed, skipped.
 */
export default class SummaryReporter {
  onRunComplete(_contexts, results) {
    const skipped = results.testResults.flatMap(({ testResults }) =>
      testResults.filter(({ status }) => status === 'pending' || status === 'todo').map(({ fullName }) => fullName),
    );
    if (skipped.length > 0) console.warn(`\nSKIPPED (${skipped.length}):\n${skipped.map((name) => `  ${name}`).join('\n')}`);
    // A file that could not even be loaded holds no test to count, yet it failed.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const file = process.env.LIFEBOAT_TEST_RESULTS;
    if (file) writeFileSync(file, `${results.numPassedTests} ${failed} ${results.numPendingTests + results.numTodoTests}\n`);
  }
}
