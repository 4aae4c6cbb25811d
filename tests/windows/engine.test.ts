import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { whyNoWindows } from './support/describe-windows.ts';
import { WindowsMachine } from './support/machine.ts';

/** The engine's integration tests that ask something of the operating system. Each runs inside a Windows machine, with its Node. */
const FILES = (process.env['TRY'] ?? 'backup,restore,check,find,snapshots').split(',').map((name) => `tests/integration/${name}.test.ts`);

interface Result {
  fullName: string;
  status: 'passed' | 'failed' | 'pending' | 'todo';
  failureMessages: string[];
}

interface Results {
  testResults: { name: string; message: string; startTime: number; endTime: number; assertionResults: Result[] }[];
}

const why = whyNoWindows();
const results: Results = why === undefined ? await runInside() : { testResults: [] };

describe("the engine's integration tests on Windows", () => {
  if (why !== undefined) return test.skip(`run there (not here: ${why})`, () => undefined);

  test('all of them are run', () => {
    const notLoaded = results.testResults.filter(({ assertionResults }) => assertionResults.length === 0);
    expect(notLoaded.map(({ message }) => message)).toEqual([]);
    expect(results.testResults).toHaveLength(FILES.length);
  });

  for (const { fullName, status, failureMessages } of results.testResults.flatMap(({ assertionResults }) => assertionResults)) {
    const define = status === 'pending' || status === 'todo' ? test.skip : test;
    define(fullName, () => {
      if (status === 'failed') throw new Error(failureMessages.join('\n'));
    });
  }
  return undefined;
});

async function runInside(): Promise<Results> {
  const machine = await WindowsMachine.start();
  try {
    const { stdout, stderr } = await machine.node(
      [
        '--experimental-vm-modules',
        'C:\\lifeboat\\node_modules\\jest\\bin\\jest.js',
        '--maxWorkers=2',
        '--json',
        '--outputFile=D:\\results.json',
        ...FILES,
      ],
      { cwd: 'C:\\lifeboat' },
    );
    try {
      return JSON.parse(readFileSync(machine.path('results.json'), 'utf8')) as Results;
    } catch {
      throw new Error(`jest gave no results: ${stdout}${stderr}`);
    }
  } finally {
    await machine.stop();
  }
}
for (const r of results.testResults) process.stderr.write(`${r.name} ${r.endTime - r.startTime}\n`);
