import { afterEach, describe, expect, it } from '@jest/globals';
import { Installation, type InstallationNeeds, type Reached } from '../../../../../src/main/electron/installation/installation.ts';
import { LifeboatError } from '../../../../../src/shared/errors/index.ts';
import type { FaceClient } from '../../../../../src/main/web/index.ts';

/** A machine on which somebody may own the profile already. */
class Machine {
  other: { end: () => void } | undefined;
  mine: string[] = [];
  failure: LifeboatError | undefined;
  isBackgroundInstalled = false;

  /** Another process becomes the owner. */
  start(): { reached: () => Reached } {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.other = {
      end: () => {
        this.other = undefined;
        resolve();
      },
    };
    return { reached: () => ({ client: 'other' as unknown as FaceClient, ended: promise, close: () => resolve() }) };
  }

  needs(face: { reached: () => Reached } | undefined): InstallationNeeds & { setFace: (next: { reached: () => Reached }) => void } {
    let known = face;
    return {
      own: () => {
        if (this.failure) return Promise.reject(this.failure);
        if (this.other) return Promise.resolve(undefined);
        this.mine.push('opened');
        return Promise.resolve({
          client: 'mine' as unknown as FaceClient,
          ended: new Promise<void>(() => undefined),
          close: () => void this.mine.push('closed'),
        });
      },
      connect: () => Promise.resolve(this.other && known?.reached()),
      mayOwn: () => !this.isBackgroundInstalled,
      wait: async () => await new Promise((resolve) => setTimeout(resolve, 1)),
      setFace: (next) => (known = next),
    };
  }
}

describe('an installation, as this process reaches it', () => {
  let installation: Installation | undefined;
  afterEach(async () => await installation?.close());

  function over(needs: InstallationNeeds): { made: Installation; roles: string[]; next: (role: string) => Promise<void> } {
    const made = new Installation(needs);
    installation = made;
    const roles: string[] = [];
    let wake = (): void => undefined;
    made.onChange(() => {
      roles.push(made.role);
      wake();
    });
    const next = async (role: string): Promise<void> => {
      while (made.role !== role) await new Promise<void>((resolve) => (wake = resolve));
    };
    return { made, roles, next };
  }

  it('is owned by it where nobody does, until it ends', async () => {
    const machine = new Machine();
    const { made } = over(machine.needs(undefined));
    expect(await made.begin()).toBe('owner');
    expect(made.client).toBe('mine');
    await made.close();
    expect(machine.mine).toEqual(['opened', 'closed']);
  });

  it('is another process’s, then its own when that ends', async () => {
    const machine = new Machine();
    const { made, roles, next } = over(machine.needs(machine.start()));
    expect(await made.begin()).toBe('face');
    expect(made.client).toBe('other');
    machine.other?.end();
    await next('owner');
    expect(made.client).toBe('mine');
    expect(roles).toEqual(['face', 'owner']);
  });

  it('is never its own where a background owner is installed: it waits for the next one', async () => {
    const machine = new Machine();
    machine.isBackgroundInstalled = true;
    const needs = machine.needs(machine.start());
    const { made, next } = over(needs);
    await made.begin();
    machine.other?.end();
    await next('searching');
    expect(made.client).toBeUndefined();
    needs.setFace(machine.start());
    await next('face');
    expect(machine.mine).toEqual([]);
  });

  it('cannot be reached: that is told at the start, and looked at again later', async () => {
    const machine = new Machine();
    machine.failure = new LifeboatError('profile-unsafe', { path: '/p', reason: 'other-owner' });
    const first = over(machine.needs(undefined));
    await expect(first.made.begin()).rejects.toThrow(machine.failure);
    machine.failure = undefined;
    const { made, next } = over(machine.needs(machine.start()));
    await made.begin();
    machine.failure = new LifeboatError('profile-unsafe', { path: '/p', reason: 'other-owner' });
    machine.other?.end();
    await next('searching');
    expect(made.problem).toBe(machine.failure);
    machine.failure = undefined;
    await next('owner');
    expect(made.problem).toBeUndefined();
  });
});
