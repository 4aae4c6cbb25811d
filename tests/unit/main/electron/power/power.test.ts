import { describe, expect, it } from '@jest/globals';
import { followPower } from '../../../../../src/main/electron/power/power-events.ts';
import { StayAwake } from '../../../../../src/main/electron/power/stay-awake.ts';
import { StandInPower } from '../../../../support/electron/stand-ins/power.ts';

const HOUR = 60 * 60 * 1000;

describe('keeping the PC awake', () => {
  function made() {
    let now = 0;
    const power = new StandInPower();
    const awake = new StayAwake(power, { uptime: () => now });
    return { awake, held: () => power.holds, pass: (milliseconds: number) => (now += milliseconds) };
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
    const waits: (() => void)[] = [];
    const power = new StandInPower();
    const app = {
      park: () => Promise.resolve(void did.push('park')),
      scheduler: { look: (how: string) => Promise.resolve(void did.push(`look ${how}`)) },
    } as unknown as NonNullable<ReturnType<Parameters<typeof followPower>[0]['app']>>;
    followPower({
      face: power,
      app: () => (isOwner ? app : undefined),
      close: () => Promise.resolve(void did.push('close')),
      wait: async () => await new Promise((resolve) => waits.push(resolve)),
    });
    const settle = async (): Promise<void> => await new Promise((resolve) => setImmediate(resolve));
    return { did, power, waits, settle };
  }

  it('have the owner look what is due after sleep and unlocking', () => {
    const { did, power } = made();
    power.wakesUp();
    power.wakesUp('unlock');
    expect(did).toEqual(['look resume', 'look unlock']);
  });

  it('end the owner well before the PC goes off', async () => {
    const { did, power, settle } = made();
    expect(power.isShutDown()).toBe(true);
    await settle();
    expect(did).toEqual(['close']);
    expect(power.hasEnded).toBe(true);
  });

  it('park what runs when Windows asks, and end at its end', () => {
    const { did, power } = made();
    power.sessionMayEnd();
    power.sessionEnds();
    expect(did).toEqual(['park', 'close']);
  });

  it('go on when somebody else kept Windows from ending the session', async () => {
    const { did, power, waits, settle } = made();
    power.sessionMayEnd();
    waits.shift()?.();
    await settle();
    expect(did).toEqual(['park', 'look resume']);
  });

  it('mean nothing to a face: the owner is another process', () => {
    const { did, power } = made({ isOwner: false });
    power.wakesUp();
    power.sessionMayEnd();
    expect(did).toEqual([]);
  });
});
