import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerRequest } from '../../../../../src/main/electron/page/answer-request.ts';
import { type Scratch, scratchFolder } from '../../../../support/scratch.ts';

describe('what the window loads', () => {
  let scratch: Scratch;
  let folder: string;
  beforeAll(() => {
    scratch = scratchFolder();
    folder = join(scratch.path, 'renderer');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<style nonce="__NONCE__"></style>');
    writeFileSync(join(folder, 'assets', 'a.js'), 'export {};');
    writeFileSync(join(scratch.path, 'secret.json'), '{}');
  });
  afterAll(() => scratch.remove());
  const get = async (url: string, method = 'GET') => await answerRequest({ url, method }, folder);

  it('is the page, with a nonce of this load in text and policy, and no connection to anybody', async () => {
    const [one, other] = [await get('app://lifeboat/#/runs/1'), await get('app://lifeboat/')];
    const policy = one.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(nonce).toMatch(/^[\w+/=]{20,}$/);
    expect(await one.text()).toBe(`<style nonce="${nonce}"></style>`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(await other.text()).not.toContain(nonce);
    expect(one.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is its files', async () => {
    const script = await get('app://lifeboat/assets/a.js');
    expect(script.status).toBe(200);
    expect(script.headers.get('content-type')).toContain('text/javascript');
  });

  it.each([
    'app://lifeboat/../secret.json',
    'app://lifeboat/%2e%2e/secret.json',
    'app://lifeboat/assets/..%2f..%2fsecret.json',
    'app://lifeboat/none.js',
    'app://other/',
    'https://lifeboat/',
  ])('is nothing at %s', async (url) => {
    expect((await get(url)).status).toBe(404);
  });

  it('is only read', async () => {
    expect((await get('app://lifeboat/', 'POST')).status).toBe(404);
  });
});
