import { describe, expect, it } from '@jest/globals';
import { addressOf, isOurs } from '../../../../src/main/electron/address.ts';

describe('addresses of the page', () => {
  it.each([
    ['/runs/3f2a-77', 'app://lifeboat/#/runs/3f2a-77'],
    [undefined, 'app://lifeboat/#/'],
    ['runs', 'app://lifeboat/#/'],
    ['/runs?x=<script>', 'app://lifeboat/#/'],
    ['//evil.example/a b', 'app://lifeboat/#/'],
  ])('leads from %j to %s', (place, address) => {
    expect(addressOf(place)).toBe(address);
  });

  it.each(['app://lifeboat/', 'app://lifeboat/#/runs/1', 'app://lifeboat/assets/a.js'])('knows %s as ours', (address) => {
    expect(isOurs(address)).toBe(true);
  });

  it.each([
    'https://lifeboat/',
    'app://lifeboat.evil.example/',
    'app://evil@lifeboat/',
    'app://lifeboat:80/',
    'file:///app/lifeboat',
    'javascript:alert(1)',
    'about:blank',
    'lifeboat',
    '',
  ])('refuses %j', (address) => {
    expect(isOurs(address)).toBe(false);
  });
});
