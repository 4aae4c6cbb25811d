import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { whyNoWindows } from './support/describe-windows.ts';
import { WindowsMachine } from './support/machine.ts';

/** The engine's integration tests that ask most of the operating system. They run inside a Windows machine, in its Node. */
const FILES = ['backup', 'restore', 'check', 'prune', 'forget', 'key', 'unlock'].map((name) => `tests/integration/${name}.test.ts`);

/** What is needed of jest's report in JSON. */
interface Results {
  testResults: {
    /** Why a file could not be run. */
    message: string;
    assertionResults: { fullName: string; status: 'passed' | 'failed' | 'pending' | 'todo'; failureMessages: string[] }[];
  }[];
}

const why = whyNoWindows();
const title = `the engine's integration tests on Windows${why === undefined ? '' : ` (not here: ${why})`}`;
const { testResults }: Results = why === undefined ? await runInside() : { testResults: [] };

(why === undefined ? describe : describe.skip)(title, () => {
  test('every file is run', () => {
    expect(testResults.filter(({ assertionResults }) => assertionResults.length === 0).map(({ message }) => message)).toEqual([]);
    expect(testResults).toHaveLength(FILES.length);
  });

  for (const { fullName, status, failureMessages } of testResults.flatMap(({ assertionResults }) => assertionResults)) {
    const isSkipped = status === 'pending' || status === 'todo';
    (isSkipped ? test.skip : test)(fullName, () => {
      expect(failureMessages).toEqual([]);
      expect(status).toBe('passed');
    });
  }
});

async function runInside(): Promise<Results> {
  const machine = await WindowsMachine.start();
  try {
    const words = ['--maxWorkers=2', '--json', '--outputFile=D:\\results.json', ...FILES];
    const jest = ['--experimental-vm-modules', 'node_modules\\jest\\bin\\jest.js', ...words];
    const { code, stdout, stderr } = await machine.node(jest, { cwd: 'C:\\lifeboat' });
    const report = machine.path('results.json');
    if (!existsSync(report)) throw new Error(`jest ended with ${code} and no results: ${stdout}${stderr}`);
    return JSON.parse(readFileSync(report, 'utf8')) as Results;
  } finally {
    await machine.stop();
  }
}
