import { describe, expect, it } from '@jest/globals';
import { estimate, follow, type Look, type Track } from '../../../../src/renderer/components/run-progress/track.ts';

const MIB = 1024 * 1024;

/** A job looked at every 250 ms that stores `perSecond` bytes a second. */
function watched({ seconds, perSecond, total }: { seconds: number; perSecond: number; total?: Look['total'] }, before?: Track): Track {
  let track = before;
  const { at: from, done } = before?.look ?? { at: 0, done: { files: 0, bytes: 0 } };
  for (let at = 0; at <= seconds * 1000; at += 250) {
    const bytes = (done?.bytes ?? 0) + (perSecond * at) / 1000;
    track = follow(track, { at: from + at, done: { files: 0, bytes }, total });
  }
  return track as Track;
}

describe('what a person is told of work that goes on', () => {
  it('is nothing that is not known yet', () => {
    expect(estimate(follow(undefined, { at: 5 }))).toEqual({ share: undefined, bytesPerSecond: undefined, secondsLeft: undefined });
  });

  it('is the share as soon as there is a total, and speed and time left once it was watched', () => {
    const total = { files: 10, bytes: 100 * MIB };
    const early = estimate(watched({ seconds: 1, perSecond: 10 * MIB, total }));
    expect(early).toEqual({ share: 0.1, bytesPerSecond: undefined, secondsLeft: undefined });
    const later = estimate(watched({ seconds: 6, perSecond: 10 * MIB, total }));
    expect(later.share).toBeCloseTo(0.6);
    expect(later.bytesPerSecond).toBeCloseTo(10 * MIB, -3);
    expect(later.secondsLeft).toBeCloseTo(4, 1);
  });

  it('follows a line that became slow, calmly', () => {
    const total = { files: 1, bytes: 1000 * MIB };
    const fast = watched({ seconds: 30, perSecond: 10 * MIB, total });
    const soon = estimate(watched({ seconds: 1, perSecond: MIB, total }, fast)).bytesPerSecond ?? 0;
    expect(soon).toBeGreaterThan(8 * MIB);
    const later = estimate(watched({ seconds: 60, perSecond: MIB, total }, fast)).bytesPerSecond ?? 0;
    expect(later).toBeLessThan(1.2 * MIB);
  });

  it('says no speed and no time left where nothing moves', () => {
    const total = { files: 1, bytes: 100 * MIB };
    const stalled = watched({ seconds: 600, perSecond: 0, total }, watched({ seconds: 10, perSecond: MIB, total }));
    expect(estimate(stalled)).toEqual({ share: 0.1, bytesPerSecond: undefined, secondsLeft: undefined });
  });

  it('counts files where there are no bytes', () => {
    const track = [0, 1, 2, 3, 4, 5, 6].reduce<Track | undefined>(
      (known, second) => follow(known, { at: second * 1000, done: { files: second, bytes: 0 }, total: { files: 12, bytes: 0 } }),
      undefined,
    );
    const { share, secondsLeft } = estimate(track as Track);
    expect(share).toBe(0.5);
    expect(secondsLeft).toBeCloseTo(6);
  });

  it('begins anew with the next step of the job', () => {
    const first = watched({ seconds: 20, perSecond: 50 * MIB, total: { files: 1, bytes: 1000 * MIB } });
    const next = follow(first, { at: first.look.at + 250, done: { files: 0, bytes: 0 }, total: { files: 1, bytes: 10 * MIB } });
    expect(estimate(next)).toEqual({ share: 0, bytesPerSecond: undefined, secondsLeft: undefined });
  });

  it('never says more than all', () => {
    const track = follow(undefined, { at: 0, done: { files: 3, bytes: 30 }, total: { files: 2, bytes: 20 } });
    expect(estimate(track).share).toBe(1);
  });

  it('keeps as much of a thousand looks as of one', () => {
    const one = follow(undefined, { at: 0, done: { files: 0, bytes: 0 }, total: { files: 1, bytes: MIB } });
    const many = watched({ seconds: 250, perSecond: 1024, total: { files: 1, bytes: MIB } });
    expect(Object.keys(many)).toEqual(Object.keys(one));
  });
});
