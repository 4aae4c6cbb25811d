import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type KitContents, kitDocument } from '../../src/main/reports/index.ts';
import { openKitSeal } from '../../src/main/vault/index.ts';
import { kitCodeLines, kitCodeText } from '../../src/shared/model/kit-code.ts';
import { normalizeRecoveryKey } from '../../src/shared/model/recovery-key.ts';
import { LANGUAGES, type Language } from '../../src/shared/text/index.ts';
import { describeWith } from '../support/describe-with.ts';
import { finished } from '../support/finished.ts';
import { resticOk } from '../support/restic.ts';
import { SAMPLE_ACCESS, sampleKit } from '../support/sample-kit.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

/** Points. */
const LETTER_WIDTH = 612;
const DOCS = join(import.meta.dirname, '../../docs/recovery-kit.md');

let scratch: Scratch;
beforeAll(() => {
  scratch = scratchFolder();
});
afterAll(() => scratch.remove());

/** The QR code on a picture; empty if there is none, which the scanner calls a failure. */
function scan(picture: string): string {
  const { stdout } = spawnSync('zbarimg', ['--quiet', '--raw', picture], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return stdout.trim();
}

/** A printed kit, and what a reader, a scanner and a curious program see of it. */
class Paper {
  readonly pages: readonly string[];
  readonly codes: readonly string[];
  readonly details: string;
  /** Where the rightmost word ends, in points. */
  readonly rightEdge: number;

  private constructor(file: string, name: string) {
    const run = (program: string, ...args: string[]): string =>
      execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    this.pages = run('pdftotext', '-layout', file, '-').split('\f').slice(0, -1);
    this.details = run('pdfinfo', file);
    const words = run('pdftotext', '-bbox', file, '-').matchAll(/<word .*xMax="([\d.]+)"/g);
    this.rightEdge = Math.max(...[...words].map(([, edge]) => Number(edge)));
    run('pdftoppm', '-r', '110', '-gray', '-png', file, name);
    this.codes = this.pages.map((_, page) => scan(`${name}-${page + 1}.png`));
  }

  static async print(contents: KitContents, language: Language): Promise<Paper> {
    const name = join(scratch.path, `${contents.recoveryKey}-${language}`);
    writeFileSync(`${name}.pdf`, await kitDocument(contents, language));
    return new Paper(`${name}.pdf`, name);
  }

  get text(): string {
    return this.pages.join('\n').replaceAll('\u200b', '').replaceAll(/\s+/g, ' ');
  }
}

describeWith('paper', 'a printed recovery kit', () => {
  describe.each(LANGUAGES)('in %s', (language) => {
    let kit: KitContents;
    let paper: Paper;
    beforeAll(async () => {
      kit = await sampleKit();
      paper = await Paper.print(kit, language);
    });

    it('has two pages, and on the first the key in groups', () => {
      expect(paper.pages).toHaveLength(2);
      expect(paper.pages[0]!.replaceAll(' ', '')).toContain(kit.recoveryKey);
      expect(paper.details).not.toContain(kit.recoveryKey.slice(0, 4));
    });

    it('gives exactly the key and exactly the sealed access to a scanner', async () => {
      expect(paper.codes).toEqual([kit.recoveryKey, kitCodeText(kit.sealedAccess!)]);
      expect(await openKitSeal(paper.codes[1]!, paper.codes[0]!)).toEqual(SAMPLE_ACCESS);
    });

    it('can be typed from what is read on it', async () => {
      const row = paper.pages[0]!.split('\n').find((line) => /^\s*(\w{4}\s*-\s*){6}\w{4}\s*$/.test(line));
      const key = normalizeRecoveryKey(row ?? '');
      expect(key).toEqual({ ok: true, key: kit.recoveryKey });
      const lines = paper.pages[1]!.split('\n').flatMap((line) => /(?:^|\s)(\d{1,2}\. [0-9A-Z ]+)$/.exec(line)?.[1] ?? []);
      expect(lines).toHaveLength(kitCodeLines(kit.sealedAccess!).length);
      expect(await openKitSeal(lines.join('\n'), kit.recoveryKey)).toEqual(SAMPLE_ACCESS);
    });

    it('names every place, and says when and for whom it was made', () => {
      for (const words of [
        'Hollister Pharmacy',
        '2026-11-24 12:00',
        'Office NAS',
        '\\\\NAS01\\Backup\\Lifeboat',
        'Drive A, Drive B',
        'hollisterrx',
      ]) {
        expect(paper.text).toContain(words);
      }
    });

    it('has no secret in the clear but the key, which no command has', () => {
      expect(paper.text).not.toContain('sig=');
      for (const line of paper.pages[1]!.split('\n').filter((one) => one.includes('restic -r')))
        expect(line).not.toContain(kit.recoveryKey);
    });
  });

  it('says whose paper it is, and needs no access code without a cloud copy', async () => {
    const kit = await sampleKit({ holder: 'pharmacist-in-charge', sealedAccess: undefined, access: undefined, places: [] });
    const paper = await Paper.print(kit, 'en');
    expect(paper.text).toContain('Paper of the pharmacist-in-charge');
    expect(paper.text).toContain('no access token');
    expect(paper.text).not.toContain('AZURE_');
  });

  it('stays whole with long names and many places', async () => {
    const path = `\\\\SERVER-WITH-A-LONG-NAME\\${'a very long folder name\\'.repeat(6)}${'X'.repeat(90)}`;
    const places = Array.from(
      { length: 12 },
      (_, index) => ({ name: `Place number ${index} `.repeat(5), site: 'on-site', kind: 'folder', path }) as const,
    );
    const kit = await sampleKit({ pharmacy: 'Pharmacy '.repeat(20), places });
    const paper = await Paper.print(kit, 'es');
    expect(paper.codes.filter((code) => code !== '')).toEqual([kit.recoveryKey, kitCodeText(kit.sealedAccess!)]);
    expect(paper.text).toContain('Place number 11');
    expect(paper.rightEdge).toBeLessThan(LETTER_WIDTH - 30);
  });
});

describeWith('paper', 'the commands on the paper', () => {
  describeWith('restic', 'with stock restic', () => {
    it('list, bring back, unlock and check, with the key typed as it is printed', async () => {
      const [repo, source, target] = ['repository', 'source', 'target'].map((name) => join(scratch.path, name)) as [string, string, string];
      mkdirSync(source);
      writeFileSync(join(source, 'fills.txt'), 'Rx 104233');
      const kit = await sampleKit({ places: [{ name: 'Folder', site: 'on-site', kind: 'folder', path: repo }] });
      await resticOk(['init'], { repo, password: kit.recoveryKey });
      await resticOk(['backup', source], { repo, password: kit.recoveryKey });
      const { pages } = await Paper.print(kit, 'en');
      const commands = pages[1]!.split('\n').flatMap((line) => /^\s*(restic -r LOCATION .+?)\s*$/.exec(line)?.[1] ?? []);
      expect(commands).toHaveLength(4);
      for (const printed of commands) {
        const command = printed.replace('LOCATION', `"${repo}"`).replace('restore ID', 'restore latest').replace('C:\\Restored', target);
        const child = spawn('sh', ['-c', command], {
          env: { PATH: process.env.PATH, HOME: scratch.path },
          stdio: ['pipe', 'pipe', 'pipe'],
        });
        child.stdin.end(`${kit.recoveryKey}\n`);
        expect(await finished(child)).toMatchObject({ code: 0 });
      }
      expect(readFileSync(join(target, source, 'fills.txt'), 'utf8')).toBe('Rx 104233');
    });
  });
});

describe('the program in docs/recovery-kit.md', () => {
  const program = /```js\n([\s\S]+?)```/.exec(readFileSync(DOCS, 'utf8'))?.[1] ?? '';

  async function open(typed: readonly string[]): Promise<unknown> {
    const script = join(scratch.path, 'open-kit.mjs');
    writeFileSync(script, program);
    const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.end(`${typed.join('\n')}\n\n`);
    const { stdout, stderr } = await finished(child);
    if (stderr !== '') throw new Error(stderr);
    return JSON.parse(stdout);
  }

  it('opens the code, scanned or typed', async () => {
    const { recoveryKey, sealedAccess } = await sampleKit();
    const expected = SAMPLE_ACCESS.azure.map(({ account, container, prefix, token }) => [account, container, prefix, token]);
    expect(await open([recoveryKey, kitCodeText(sealedAccess!)])).toEqual(expected);
    expect(await open([recoveryKey, ...kitCodeLines(sealedAccess!)])).toEqual(expected);
  });

  it('explains a key that is one', () => {
    const example = /`((?:\w{4}-){6}\w{4})`/.exec(readFileSync(DOCS, 'utf8'))?.[1] ?? '';
    expect(normalizeRecoveryKey(example)).toEqual({ ok: true, key: example });
  });
});
