import { describe, expect, it } from '@jest/globals';
import { followPower } from '../../../../../src/main/electron/power/power-events.ts';
import type { PowerFace } from '../../../../../src/main/electron/power/power-face.ts';
import { StayAwake } from '../../../../../src/main/electron/power/stay-awake.ts';

const HOUR = 60 * 60 * 1000;

describe('keeping the PC awake', () => {
  function made() {
    let held = 0;
    let now = 0;
    const awake = new StayAwake(
      {
        keepAwake: () => {
          held += 1;
          return () => (held -= 1);
        },
      },
      { uptime: () => now },
    );
    return { awake, held: () => held, pass: (milliseconds: number) => (now += milliseconds) };
  }

  it('lasts as long as something runs, and is asked for once', () => {
    const { awake, held } = made();
    awake.update(true);
    awake.update(true);
    expect(held()).toBe(1);
    awake.update(false);
    expect(held()).toBe(0);
    awake.update(false);
    awake.end();
    expect(held()).toBe(0);
  });

  it('ends with the program', () => {
    const { awake, held } = made();
    awake.update(true);
    awake.end();
    expect(held()).toBe(0);
  });

  it('ends after half a day of work that does not end, until other work begins', () => {
    const { awake, held, pass } = made();
    awake.update(true);
    pass(13 * HOUR);
    awake.update(true);
    expect(held()).toBe(0);
    awake.update(true);
    expect(held()).toBe(0);
    awake.update(false);
    awake.update(true);
    expect(held()).toBe(1);
  });
});

describe('power events', () => {
  function made({ isOwner = true } = {}) {
    const did: string[] = [];
    const hears: Partial<Record<keyof PowerFace, (how?: never) => unknown>> = {};
    const waits: (() => void)[] = [];
    const face = new Proxy({} as PowerFace, { get: (_face, name: keyof PowerFace) => (hear: () => unknown) => void (hears[name] = hear) });
    const app = {
      park: () => Promise.resolve(void did.push('park')),
      scheduler: { look: (how: string) => Promise.resolve(void did.push(`look ${how}`)) },
    } as unknown as NonNullable<ReturnType<Parameters<typeof followPower>[0]['app']>>;
    followPower({
      face,
      app: () => (isOwner ? app : undefined),
      close: () => Promise.resolve(void did.push('close')),
      wait: async () => await new Promise((resolve) => waits.push(resolve)),
    });
    const settle = async (): Promise<void> => await new Promise((resolve) => setImmediate(resolve));
    return { did, hear: (name: keyof PowerFace, how?: string) => hears[name]?.(how as never), waits, settle };
  }

  it('have the owner look what is due after sleep and unlocking', () => {
    const { did, hear } = made();
    hear('onWake', 'resume');
    hear('onWake', 'unlock');
    expect(did).toEqual(['look resume', 'look unlock']);
  });

  it('end the owner well before the PC goes off', async () => {
    const { did, hear } = made();
    await hear('onShutdown');
    expect(did).toEqual(['close']);
  });

  it('park what runs when Windows asks, and end at its end', () => {
    const { did, hear } = made();
    hear('onSessionQuery');
    hear('onSessionEnd');
    expect(did).toEqual(['park', 'close']);
  });

  it('go on when somebody else kept Windows from ending the session', async () => {
    const { did, hear, waits, settle } = made();
    hear('onSessionQuery');
    waits.shift()?.();
    await settle();
    expect(did).toEqual(['park', 'look resume']);
  });

  it('mean nothing to a face: the owner is another process', () => {
    const { did, hear } = made({ isOwner: false });
    hear('onWake', 'resume');
    hear('onSessionQuery');
    expect(did).toEqual([]);
  });
});
