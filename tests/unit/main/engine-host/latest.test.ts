import { describe, expect, it } from '@jest/globals';
import type { Progress } from '../../../../src/shared/model/progress.ts';
import { Latest } from '../../../../src/main/engine-host/latest.ts';

const done = (files: number): Progress => ({ kind: 'done', files, bytes: files });
const warning = (path: string): Progress => ({ kind: 'warning', warning: { code: 'unreadable', path } });

async function all(facts: Latest): Promise<Progress[]> {
  const heard: Progress[] = [];
  for await (const fact of facts) heard.push(fact);
  return heard;
}

describe('facts on their way to somebody slow', () => {
  it('keeps of each kind the newest, and every warning', async () => {
    const latest = new Latest();
    for (let files = 1; files <= 100_000; files++) latest.put(done(files));
    latest.put(warning('a'));
    latest.put({ kind: 'phase', phase: 'finishing' });
    latest.put(warning('b'));
    latest.end();
    expect(await all(latest)).toEqual([done(100_000), warning('a'), { kind: 'phase', phase: 'finishing' }, warning('b')]);
  });

  it('gives out what comes while it is listened to, and ends', async () => {
    const latest = new Latest();
    const heard = all(latest);
    latest.put(done(1));
    await new Promise((resolve) => setImmediate(resolve));
    latest.put(done(2));
    latest.put(done(3));
    await new Promise((resolve) => setImmediate(resolve));
    latest.end();
    expect(await heard).toEqual([done(1), done(3)]);
  });

  it('ends where nothing was said', async () => {
    const latest = new Latest();
    const heard = all(latest);
    latest.end();
    expect(await heard).toEqual([]);
  });
});
