import { describe, expect, it } from '@jest/globals';
import { cookieName, endedCookie, isOurHost, isOurOrigin, sessionCookie, sessionOf } from '../../../../src/main/web/guard.ts';

const PORT = 4711;
const COOKIE = cookieName('an installation');
const request = (headers: Record<string, string>) => ({ headers });

describe('the guard of the web server', () => {
  it.each(['127.0.0.1:4711', 'localhost:4711', '[::1]:4711'])('knows its own name %s', (host) => {
    expect(isOurHost(request({ host }), PORT)).toBe(true);
    expect(isOurOrigin(request({ origin: `http://${host}` }), PORT)).toBe(true);
  });

  it.each(['evil.example:4711', '127.0.0.1', '127.0.0.1:4712', '127.0.0.1:4711.evil.example', 'localhost:4711@evil.example', ''])(
    'refuses the name %j, wherever it leads',
    (host) => expect(isOurHost(request({ host }), PORT)).toBe(false),
  );

  it.each(['https://127.0.0.1:4711', 'http://evil.example', 'http://127.0.0.1', 'null', 'http://127.0.0.1:4711/'])(
    'refuses the origin %j',
    (origin) => expect(isOurOrigin(request({ origin }), PORT)).toBe(false),
  );

  it('refuses a request that names neither host nor origin', () => {
    expect(isOurHost(request({}), PORT)).toBe(false);
    expect(isOurOrigin(request({}), PORT)).toBe(false);
  });

  it('finds its cookie among others', () => {
    expect(sessionOf(request({ cookie: `other=1; ${COOKIE}=abc; x${COOKIE}=no` }), COOKIE)).toBe('abc');
    expect(sessionOf(request({ cookie: `x${COOKIE}=no` }), COOKIE)).toBeUndefined();
    expect(sessionOf(request({}), COOKIE)).toBeUndefined();
  });

  it('gives a cookie that scripts cannot read and other sites cannot send', () => {
    expect(sessionCookie(COOKIE, 'abc').split('; ')).toEqual([`${COOKIE}=abc`, 'HttpOnly', 'SameSite=Strict', 'Path=/']);
  });

  it('gives each installation a cookie of its own, since all ports of a PC share them', () => {
    expect(cookieName('another installation')).not.toBe(COOKIE);
    expect(cookieName('an installation')).toBe(COOKIE);
  });

  it('has the browser drop its cookie', () => {
    expect(endedCookie(COOKIE)).toBe(`${COOKIE}=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0`);
  });
});
