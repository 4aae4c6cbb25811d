import { describe, expect, it } from '@jest/globals';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Log, type LogOptions, openLog } from '../../../../src/main/log.ts';
import { LifeboatError } from '../../../../src/shared/errors/index.ts';
import { ManualTime } from '../../../support/manual-time.ts';
import { withScratch } from '../../../support/scratch.ts';

type Line = Record<string, unknown>;

const readLines = (folder: string, name = 'lifeboat.log'): Line[] =>
  readFileSync(join(folder, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

async function withLog(use: (log: Log, folder: string) => void, options: Partial<LogOptions> = {}): Promise<void> {
  await withScratch((folder) => {
    const log = openLog({ folder, clock: new ManualTime({ wall: '2026-03-01T08:00:00Z' }), salt: 'salt', ...options });
    try {
      use(log, folder);
    } finally {
      log.close();
    }
  });
}

/** What `data` becomes in the log. */
async function logged(data: unknown): Promise<unknown> {
  let found: unknown;
  await withLog((log, folder) => {
    log('test').info('event', data);
    found = readLines(folder)[0]?.data;
  });
  return found;
}

describe('the log', () => {
  it('writes a line for each event at its level and above', async () => {
    await withLog((log, folder) => {
      log('jobs').debug('left-out');
      log('jobs').info('run-started', { run: 'r1', files: 3 });
      log('vault').error('shut');
      expect(readLines(folder)).toEqual([
        { at: '2026-03-01T08:00:00.000Z', level: 'info', name: 'jobs', event: 'run-started', data: { run: 'r1', files: 3 } },
        { at: '2026-03-01T08:00:00.000Z', level: 'error', name: 'vault', event: 'shut' },
      ]);
      if (process.platform !== 'win32') expect(statSync(join(folder, 'lifeboat.log')).mode & 0o777).toBe(0o600);
    });
  });

  it('goes on in the same file after a restart, and keeps five files of two megabytes', async () => {
    await withLog((log, folder) => {
      const text = 'words '.repeat(325);
      const write = (number: number): void => log('x').info('filler', { number, text });
      for (let number = 0; number < 1300; number++) write(number);
      log.close();
      for (let number = 1300; number < 6000; number++) write(number);
      const names = readdirSync(folder).sort();
      expect(names).toEqual(['lifeboat.log', 'lifeboat.log.1', 'lifeboat.log.2', 'lifeboat.log.3', 'lifeboat.log.4']);
      for (const name of names) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(2_000_000);
      const numbers = names.toReversed().flatMap((name) => readLines(folder, name).map(({ data }) => (data as { number: number }).number));
      expect(numbers.at(-1)).toBe(5999);
      expect(numbers).toEqual(Array.from(numbers, (_, at) => (numbers[0] as number) + at));
    });
  });

  it('never throws, and says how many lines were lost', async () => {
    await withLog((log, folder) => {
      rmSync(folder, { recursive: true });
      log('x').error('lost');
      log('x').error('lost', {
        get bad(): string {
          throw new Error('no');
        },
      });
      mkdirSync(folder);
      log('x').info('back');
      log('x').info('next');
      expect(readLines(folder).map(({ event, lost }) => [event, lost])).toEqual([
        ['back', 2],
        ['next', undefined],
      ]);
    });
  });

  it.each([
    ['password', 'hunter2'],
    ['accountKey', 'abc'],
    ['sasToken', 'sv=1'],
    ['SAS', 'x'],
    ['connectionString', 'AccountName=x'],
    ['recovery-key', 'x'],
    ['client_secret', 'x'],
    ['credentials', { anything: 'x' }],
    ['command', 'pass show backup'],
  ])('hides what is under the name %s', async (name, value) => {
    const text = JSON.stringify(await logged({ deep: [{ [name]: value }] }));
    expect(text).not.toContain(typeof value === 'string' ? `"${value}"` : 'x');
    expect(text).toContain('<hidden>');
  });

  it('leaves what is harmless', async () => {
    const id = 'a3f1'.repeat(16);
    const data = {
      keyId: id,
      snapshot: id,
      code: 'wrong-password',
      location: 'azure:box/prefix',
      hasKey: true,
      name: 'dispensing',
      ratio: 0.5,
    };
    expect(await logged(data)).toEqual(data);
  });

  it.each([
    'https://acc.blob.core.windows.net/c?sv=2024&sig=SECRETsecret%2B1&se=1',
    'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=SECRETsecret+1/Zz==;EndpointSuffix=x',
    'Server=db;User=u;Password=SECRETsecret;',
    'postgres://ana:SECRETsecret@db/x',
    'Authorization: Bearer SECRETsecret',
    '{"password":"SECRETsecret"}',
    `the key ${'SECRETsecret1+/'.repeat(5)}A==`,
  ])('hides the secret in %s', async (text) => {
    expect(JSON.stringify(await logged({ detail: text }))).not.toMatch(/SECRETsecret/);
    expect(JSON.stringify(await logged(text))).toContain('<hidden>');
  });

  it.each(['7K2M-9QXD-7K2M-9QXD-7K2M-9QXD-7K2M', '7k2m 9qxd 7k2m 9qxd 7k2m 9qxd 7k2m'])('hides a recovery key (%s)', async (key) => {
    expect(await logged(`typed ${key}!`)).toBe('typed <hidden>!');
  });

  it.each([
    ['/home/ana/Jane Doe.pdf', /^<path [0-9a-f]{8}\.pdf>$/],
    ['C:\\Rx\\Jane Doe.PDF', /^<path [0-9a-f]{8}\.pdf>$/],
    ['\\\\server\\share\\Doe', /^<path [0-9a-f]{8}>$/],
    ["ENOENT: no such file, open '/srv/O'Brien/Jane Doe.pdf'", /^ENOENT: no such file, open '<path [0-9a-f]{8}\.pdf>'$/],
    ['cannot read /srv/Jane Doe.pdf today', /^cannot read <path [0-9a-f]{8}>$/],
    ['mail to jane.doe@example.com failed', /^mail to <mail address> failed$/],
  ])('names nobody: %s', async (text, expected) => {
    expect(await logged(text)).toMatch(expected);
    expect(JSON.stringify(await logged({ [text]: text }))).not.toMatch(/Doe|Jane|Brien/i);
  });

  it('names nobody in relative paths and names that people chose, and marks the same ones alike', async () => {
    const { path, file, name, person } = (await logged({
      path: 'in/Doe.pdf',
      file: 'in/Doe.pdf',
      name: 'Jane Doe',
      person: 'jane',
    })) as Line;
    expect(path).toMatch(/^<path [0-9a-f]{8}\.pdf>$/);
    expect(file).toBe(path);
    expect([name, person].join(' ')).not.toMatch(/jane|doe/i);
  });

  it('takes errors apart: code, masked data, the cause, and where in the program', async () => {
    const cause = Object.assign(new Error("EACCES: permission denied, open '/srv/Jane Doe.pdf'"), { code: 'EACCES' });
    const error = new LifeboatError('permission-denied', { path: '/srv/Jane Doe.pdf' }, { cause });
    const found = (await logged({ error })) as { error: Line & { cause: Line; stack: string[] } };
    expect(found.error).toMatchObject({ code: 'permission-denied', cause: { code: 'EACCES' } });
    expect(JSON.stringify(found)).not.toMatch(/Doe/);
    expect(found.error.stack.join('\n')).toMatch(/log\.test\.ts:\d+:\d+/);
    expect(found.error.stack.join('\n')).not.toMatch(/[\\/]/);
  });

  it('bounds what is deep, long, large or without end', async () => {
    const circle: Line = {};
    circle.self = circle;
    expect(await logged(circle)).toEqual({ self: '<more>' });
    const text = JSON.stringify(
      await logged({ many: Array.from({ length: 1e5 }, (_, at) => at), long: 'a '.repeat(1e5), raw: Buffer.alloc(9), big: 1n }),
    );
    expect(text.length).toBeLessThan(3000);
    expect(text).toContain('"<9 bytes>"');
    expect(await logged(new Map([['a', new Set([1])]]))).toEqual({ a: [1] });
  });
});
