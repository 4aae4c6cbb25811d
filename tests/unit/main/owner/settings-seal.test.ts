import { expect, test } from '@jest/globals';
import { SettingsSeal } from '../../../../src/main/owner/settings-seal.ts';

function watched() {
  const world = { seals: 0, isAllowed: true };
  const seal = new SettingsSeal({
    isAllowed: () => world.isAllowed,
    seal: () => {
      world.seals += 1;
      return Promise.resolve();
    },
  });
  return { world, seal };
}

test('nothing is sealed where nothing changed', async () => {
  const { world, seal } = watched();
  await seal.look();
  await seal.look();
  expect(world.seals).toBe(0);
});

test('changes are sealed once, when nobody changes anything any more', async () => {
  const { world, seal } = watched();
  seal.changed();
  await seal.look();
  seal.changed();
  await seal.look();
  expect(world.seals).toBe(0);
  await seal.look();
  await seal.look();
  expect(world.seals).toBe(1);
  seal.changed();
  await seal.look();
  await seal.look();
  expect(world.seals).toBe(2);
});

test('what may not be written yet is written when it may', async () => {
  const { world, seal } = watched();
  world.isAllowed = false;
  seal.changed();
  for (let look = 0; look < 3; look++) await seal.look();
  expect(world.seals).toBe(0);
  world.isAllowed = true;
  await seal.look();
  expect(world.seals).toBe(1);
});

test('one that fails is not tried again and again', async () => {
  let tries = 0;
  const seal = new SettingsSeal({ isAllowed: () => true, seal: () => Promise.reject(new Error(`try ${++tries}`)) });
  seal.changed();
  await seal.look();
  await expect(seal.look()).rejects.toThrow('try 1');
  await seal.look();
  expect(tries).toBe(1);
});
