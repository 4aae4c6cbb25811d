import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentSecurityPolicy, staticAnswer } from '../../../../src/main/web/index.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';

describe('the files of the page', () => {
  let scratch: Scratch;
  let folder: string;
  beforeAll(() => {
    scratch = scratchFolder();
    folder = join(scratch.path, 'page');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    mkdirSync(join(scratch.path, 'page-two'));
    writeFileSync(join(folder, 'index.html'), '<style nonce="__NONCE__"></style>');
    writeFileSync(join(folder, 'assets', 'app.js'), 'let page;');
    writeFileSync(join(folder, 'notes.txt'), 'not part of the page');
    writeFileSync(join(scratch.path, 'secret.json'), '{}');
    writeFileSync(join(scratch.path, 'page-two', 'secret.json'), '{}');
  });
  afterAll(() => scratch.remove());

  it('gives the page a nonce of its own each time, which its policy names', async () => {
    const [one, two] = [await staticAnswer(folder, '/'), await staticAnswer(folder, '/index.html')];
    const nonce = /nonce="(.+)"/.exec(one.body.toString())?.[1] ?? '';
    expect(nonce).not.toBe('__NONCE__');
    expect(one.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
    expect(two.body.toString()).not.toBe(one.body.toString());
    expect(one.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  it('lets the page load nothing from elsewhere, and nobody frame it', () => {
    const rules = contentSecurityPolicy('n', "'self'").split('; ');
    expect(rules).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(rules.join()).not.toMatch(/unsafe|\*|https?:/);
  });

  it('gives a script as one', async () => {
    expect(await staticAnswer(folder, '/assets/app.js')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    });
  });

  it.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/%2e%2e%2fsecret.json',
    '/..%5csecret.json',
    '/assets/..%5c..%5csecret.json',
    '//secret.json',
    '/%2f%2fsecret.json',
    '/../page-two/secret.json',
    '/index.html%00.js',
    '/index.html::$DATA',
    '/%E0%A4%A',
    '/assets',
    '/assets/',
    '/notes.txt',
    '/nothing.js',
    '',
  ])('gives nothing for %j', async (path) => {
    const answer = await staticAnswer(folder, path);
    expect(answer).toMatchObject({ status: 404, headers: { 'x-content-type-options': 'nosniff' } });
    expect(answer.body.toString()).toBe('Not found');
  });

  it('gives nothing where no page was built', async () => {
    expect(await staticAnswer('', '/package.json')).toMatchObject({ status: 404 });
  });
});
