import { describe, expect, it } from '@jest/globals';
import { ownerTaskXml, wakeTaskXml } from '../../../../../src/main/electron/background/task-xml.ts';
import { WakePlan } from '../../../../../src/main/electron/background/wake-plan.ts';

const PROGRAM = 'C:\\Program Files\\Ana & Co\\Lifeboat.exe';

describe('the tasks of the background owner', () => {
  it('start with the machine, in its account, and again when it has ended', () => {
    const xml = ownerTaskXml(PROGRAM);
    expect(xml).toContain('<BootTrigger>');
    expect(xml).toContain('<Repetition><Interval>PT5M</Interval>');
    expect(xml).toContain('<UserId>S-1-5-18</UserId>');
    expect(xml).toContain('<MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>');
    expect(xml).toContain('<ExecutionTimeLimit>PT0S</ExecutionTimeLimit>');
    expect(xml).toContain('<RestartOnFailure>');
    // What looks every five minutes must not wake the PC every five minutes.
    expect(xml).toContain('<WakeToRun>false</WakeToRun>');
    expect(xml).toContain('<Command>C:\\Program Files\\Ana &amp; Co\\Lifeboat.exe</Command>');
  });

  it('wake the PC at one moment, and run late if it was off then', () => {
    const xml = wakeTaskXml(PROGRAM, new Date('2026-11-24T02:05:00.500Z'));
    expect(xml).toContain('<StartBoundary>2026-11-24T02:05:00Z</StartBoundary>');
    expect(xml).toContain('<WakeToRun>true</WakeToRun>');
    expect(xml).toContain('<StartWhenAvailable>true</StartWhenAvailable>');
    expect(xml).not.toContain('BootTrigger');
  });

  it.each([ownerTaskXml(PROGRAM), wakeTaskXml(PROGRAM, new Date(0))])('are well-formed', (xml) => {
    const open: string[] = [];
    for (const [, slash, name] of xml.matchAll(/<(\/?)([A-Za-z]+)[^>]*>/g)) {
      if (slash === '') open.push(name ?? '');
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });
});

describe('the moment to wake', () => {
  it('is that of the next due run, registered when it changes', async () => {
    const registered: string[] = [];
    const plan = new WakePlan((at) => Promise.resolve(void registered.push(at.toISOString())));
    const runs = [
      { tier: 'standard', at: '2026-11-25T02:00:00.000Z' },
      { tier: 'critical', at: '2026-11-24T18:00:00.000Z' },
    ] as const;
    await plan.update([...runs]);
    await plan.update([...runs]);
    await plan.update([]);
    await plan.update([runs[0]]);
    expect(registered).toEqual(['2026-11-24T18:00:00.000Z', '2026-11-25T02:00:00.000Z']);
  });

  it('is tried again when Windows refused', async () => {
    let tries = 0;
    const plan = new WakePlan(() => Promise.reject(new Error(`refused ${++tries}`)));
    const runs = [{ tier: 'critical', at: '2026-11-24T18:00:00.000Z' } as const];
    await plan.update(runs);
    await plan.update(runs);
    expect(tries).toBe(2);
  });
});
