import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { compareVersions, findTool, versionIn } from '../../../../../src/main/sources/tools/find-tool.ts';
import { runTool, streamTool } from '../../../../../src/main/sources/tools/index.ts';
import { maskedTail } from '../../../../../src/main/sources/tools/masked-tail.ts';
import { withScratch } from '../../../../support/scratch.ts';

const signal = new AbortController().signal;
const node = { path: process.execPath };
const onPosix = process.platform === 'win32' ? it.skip : it;
const script = (text: string): string[] => ['-e', text];

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text));
}

describe('runTool', () => {
  it('hands over input, arguments and environment as they are, and none of our own environment', async () => {
    process.env['LIFEBOAT_TEST_SECRET'] = 'ours';
    const tell =
      'process.stdin.pipe(process.stdout); process.stdout.write([process.argv.at(-1), process.env.GIVEN, process.env.LIFEBOAT_TEST_SECRET].join("|"))';
    const { stdout } = await runTool(node, [...script(tell), '$(x) "y" \'z\''], {
      signal,
      env: { GIVEN: 'given' },
      input: pieces('+one', '+two'),
    });
    delete process.env['LIFEBOAT_TEST_SECRET'];
    expect(stdout).toBe('$(x) "y" \'z\'|given|+one+two');
  });

  it('says that a tool failed with its last words, without the secret it was given and without rows', async () => {
    const fail = 'console.error("ERROR: no entry for hunter2\\nDETAIL: Key (name)=(Ana)"); process.exit(3)';
    const run = runTool(node, script(fail), { signal, env: { PGPASSWORD: 'hunter2' } });
    await expect(run).rejects.toMatchObject({ code: 'tool-failed', data: { exitCode: 3, detail: 'ERROR: no entry for ***' } });
  });

  it('says that a tool is missing', async () => {
    await expect(runTool({ path: '/nowhere/pg_dump' }, [], { signal, input: 'x' })).rejects.toMatchObject({
      code: 'tool-missing',
      data: { tool: 'pg_dump' },
    });
  });

  it('ends a tool that is aborted, or whose input fails', async () => {
    const stop = new AbortController();
    const endless = streamTool(node, script('setInterval(() => console.log("x"), 1)'), { signal: stop.signal });
    await endless.next();
    stop.abort();
    await expect(
      (async () => {
        for await (const _ of endless);
      })(),
    ).rejects.toMatchObject({ name: 'AbortError' });
    const broken = (async function* () {
      yield* pieces('a');
      throw new Error('the source ended');
    })();
    await expect(runTool(node, script('process.stdin.resume()'), { signal, input: broken })).rejects.toThrow('the source ended');
  });

  onPosix('ends with it what an aborted tool has started, also after its own end', async () => {
    for (const end of ['wait', 'exit 0']) {
      const stop = new AbortController();
      const helper = 'trap "" TERM; while :; do sleep 1; done';
      const tool = streamTool({ path: '/bin/sh' }, ['-c', `sh -c '${helper}' & echo $!; ${end}`], { signal: stop.signal });
      const said = await tool.next();
      expect(said.done).toBe(false);
      const pid = Number(Buffer.from(said.value ?? []).toString());
      stop.abort();
      await expect(tool.next()).rejects.toThrow();
      while (existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '') await pause(10);
    }
  });

  it('does not mind a tool that leaves its input unread, nor a reader who leaves', async () => {
    await expect(runTool(node, script('0'), { signal, input: 'x'.repeat(5_000_000) })).resolves.toEqual({ stdout: '' });
    for await (const piece of streamTool(node, script('setInterval(() => console.log("x"), 1)'), { signal })) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
  });
});

describe('maskedTail', () => {
  it('keeps the end of long words', () => {
    expect(maskedTail(`${'x'.repeat(1000)} the end`, {})).toMatch(/^\.\.\.x+ the end$/);
  });
});

describe('findTool', () => {
  it('takes the newest in PATH, and none that does not start', async () => {
    await withScratch(async (folder) => {
      const tool = async (name: string, text: string): Promise<string> => {
        await mkdir(join(folder, name));
        await writeFile(join(folder, name, 'some_dump'), `#!/bin/sh\n${text}\n`);
        await chmod(join(folder, name, 'some_dump'), 0o755);
        return join(folder, name);
      };
      const path = [
        await tool('a', 'echo some_dump 9.6'),
        await tool('b', 'echo "some_dump (X) 16.2 (Y)"'),
        await tool('c', 'exit 1'),
        'relative',
      ];
      const ground = { platform: process.platform, env: { PATH: path.join(delimiter) } };
      expect(await findTool('some_dump', {}, ground)).toEqual({
        path: join(folder, 'b', 'some_dump'),
        version: '16.2',
        banner: 'some_dump (X) 16.2 (Y)',
      });
      expect(await findTool('some_dump', { minimumMajor: 17 }, ground)).toBeUndefined();
      expect(await findTool('some_other_dump', {}, ground)).toBeUndefined();
    });
  });

  it.each([
    ['pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)', '15.18'],
    ['mysqldump  Ver 10.19 Distrib 10.11.6-MariaDB, for debian-linux-gnu (x86_64)', '10.11.6'],
    ['mariadb-dump from 11.4.2-MariaDB, client 10.19 for Linux (x86_64)', '11.4.2'],
    ['mysqldump  Ver 8.0.36 for Win64 on x86_64 (MySQL Community Server - GPL)', '8.0.36'],
    ['nothing', undefined],
  ])('reads %s', (banner, version) => {
    expect(versionIn(banner)).toBe(version);
  });

  it('orders versions by their numbers', () => {
    expect(['9.6', '16.2', '16.10', '16'].toSorted(compareVersions)).toEqual(['9.6', '16', '16.2', '16.10']);
  });
});
