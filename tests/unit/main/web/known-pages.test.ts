import { describe, expect, it } from '@jest/globals';
import { KnownPages } from '../../../../src/main/web/known-pages.ts';
import { ManualTime } from '../../../support/manual-time.ts';

const HOUR = 60 * 60 * 1000;
const LIFE = 12 * HOUR;

describe('pages that may come back', () => {
  const pagesOf = (time: ManualTime, belongsTo = 'here'): KnownPages => new KnownPages(time, belongsTo, LIFE);

  /** What the next owner process knows after what this one kept. */
  function after(before: KnownPages, time: ManualTime, belongsTo = 'here'): KnownPages {
    const next = pagesOf(time, belongsTo);
    next.recall(before.kept());
    return next;
  }

  it('are known to the next owner process, until twelve hours after they were last seen', async () => {
    const time = new ManualTime();
    const pages = pagesOf(time);
    expect(pages.see('a page')).toBe(true);
    await time.advance(HOUR);
    expect(pages.see('a page')).toBe(false);
    await time.advance(11 * HOUR);
    expect(after(pages, time).knows('a page')).toBe(true);
    expect(after(pages, time).knows('another page')).toBe(false);
    const kept = after(pages, time);
    await time.advance(HOUR);
    expect(kept.knows('a page')).toBe(false);
    expect(after(pages, time).knows('a page')).toBe(false);
  });

  it('are kept as digests, which name no page by themselves', () => {
    const time = new ManualTime();
    const pages = pagesOf(time);
    pages.see('a page');
    const [kept] = pages.kept().pages;
    expect(kept?.digest).not.toContain('a page');
    expect(after(pages, time).knows(kept?.digest ?? '')).toBe(false);
  });

  it('are those of one installation in one place', () => {
    const time = new ManualTime();
    const pages = pagesOf(time);
    pages.see('a page');
    expect(after(pages, time, 'elsewhere').knows('a page')).toBe(false);
  });

  it('are not believed after the clock was put back, nor for longer than their life', () => {
    const time = new ManualTime();
    const pages = pagesOf(time);
    pages.see('a page');
    const kept = pages.kept();
    time.jump(-HOUR);
    const next = pagesOf(time);
    next.recall(kept);
    expect(next.knows('a page')).toBe(false);
    const endless = { ...pages.kept(), pages: kept.pages.map((page) => ({ ...page, endsAt: '2099-01-01T00:00:00Z' })) };
    next.recall(endless);
    expect(next.knows('a page')).toBe(false);
    next.recall({ savedAt: 'never', pages: kept.pages });
    expect(next.knows('a page')).toBe(false);
  });

  it('are a hundred at most: those go that were seen longest ago', () => {
    const pages = pagesOf(new ManualTime());
    for (let number = 0; number < 100; number++) pages.see(`page ${number}`);
    pages.see('page 0');
    pages.see('one more');
    expect(pages.knows('page 0')).toBe(true);
    expect(pages.knows('page 1')).toBe(false);
    expect(pages.knows('page 2')).toBe(true);
    expect(pages.kept().pages).toHaveLength(100);
  });

  it('are all forgotten at once', () => {
    const time = new ManualTime();
    const pages = pagesOf(time);
    pages.see('a page');
    pages.forget();
    expect(pages.knows('a page')).toBe(false);
    expect(pages.kept().pages).toEqual([]);
  });
});
