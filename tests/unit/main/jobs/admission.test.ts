import { describe, expect, test } from '@jest/globals';
import { Admission } from '../../../../src/main/jobs/admission.ts';
import { Lanes } from '../../../../src/main/jobs/lanes.ts';
import { settle } from './job-world.ts';

describe('admission to a repository', () => {
  test('many may share it, and one that wants it alone waits for all of them', async () => {
    const admission = new Admission();
    const [first, second] = [await admission.enter('nas', 'shared'), await admission.enter('nas', 'shared')];
    let isIn = false;
    const alone = admission.enter('nas', 'exclusive').then((admitted) => {
      isIn = true;
      return admitted;
    });
    first.leave();
    first.leave();
    await settle();
    expect(isIn).toBe(false);
    second.leave();
    (await alone).leave();
    expect(isIn).toBe(true);
  });

  test('maintenance parks for anybody, who comes in when it has left', async () => {
    const admission = new Admission();
    const alone = await admission.enter('nas', 'exclusive');
    let isIn = false;
    const guest = admission.enter('nas', 'shared').then((admitted) => {
      isIn = true;
      return admitted;
    });
    await settle();
    expect([alone.parked.aborted, isIn]).toEqual([true, false]);
    alone.leave();
    expect((await guest).parked.aborted).toBe(false);
    expect(isIn).toBe(true);
  });

  test('repositories do not wait for each other, and two that want one alone come one after the other', async () => {
    const admission = new Admission();
    const order: string[] = [];
    const enter = async (name: string): Promise<void> => {
      const { leave } = await admission.enter('nas', 'exclusive');
      order.push(`${name} in`);
      await settle();
      order.push(`${name} out`);
      leave();
    };
    const both = Promise.all([enter('first'), enter('second')]);
    (await admission.enter('azure', 'exclusive')).leave();
    await both;
    expect(order).toEqual(['first in', 'first out', 'second in', 'second out']);
  });

  test('jobs that take two repositories in opposite order, beside maintenance of both, all get through', async () => {
    const admission = new Admission();
    const through: string[] = [];
    const copy = async (...names: string[]): Promise<void> => {
      const admitted = [];
      for (const name of names) {
        admitted.push(await admission.enter(name, 'shared'));
        await settle();
      }
      for (const { leave } of admitted) leave();
      through.push(names.join(' to '));
    };
    const maintain = async (name: string): Promise<void> => {
      const { parked, leave } = await admission.enter(name, 'exclusive');
      await settle();
      if (!parked.aborted) await settle();
      leave();
    };
    await Promise.all([maintain('a'), maintain('b'), copy('a', 'b'), copy('b', 'a'), maintain('a'), maintain('b')]);
    (await admission.enter('a', 'exclusive')).leave();
    (await admission.enter('b', 'exclusive')).leave();
    expect(through.toSorted()).toEqual(['a to b', 'b to a']);
  });
});

describe('lanes', () => {
  test('work of one lane comes one after the other, also after a failure; lanes go beside each other', async () => {
    const lanes = new Lanes();
    const order: string[] = [];
    const block = Promise.withResolvers<void>();
    const first = lanes.enqueue('capture', async () => {
      await block.promise;
      order.push('first');
      throw new Error('the first failed');
    });
    const second = lanes.enqueue('capture', async () => await Promise.resolve(order.push('second')));
    await lanes.enqueue('proof', async () => await Promise.resolve(order.push('beside')));
    expect(order).toEqual(['beside']);
    block.resolve();
    await expect(first).rejects.toThrow('the first failed');
    expect(await second).toBe(3);
    expect(order).toEqual(['beside', 'first', 'second']);
  });
});
