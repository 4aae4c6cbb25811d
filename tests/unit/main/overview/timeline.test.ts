import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { bestPoint, keepPoints } from '../../../../src/main/jobs/index.ts';
import { timelineOf, witnessDaysOf } from '../../../../src/main/overview/index.ts';
import { addAttack, endAttack } from '../../../../src/main/protection/index.ts';
import type { Store } from '../../../../src/main/store/index.ts';
import type { RestorePoint } from '../../../../src/shared/model/restore-point.ts';
import { ManualTime } from '../../../support/manual-time.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';
import { aPoint, aProof, aSource, storeIn } from '../../../support/stored.ts';
import { AZURE, NAS } from '../jobs/job-world.ts';

let scratch: Scratch;
let store: Store;
const clock = new ManualTime({ wall: '2026-07-08T16:00:00Z' });
beforeEach(() => {
  scratch = scratchFolder();
  ({ store } = storeIn(scratch.path, clock));
  store.sources.put(aSource('dispensing'));
});
afterEach(() => {
  store.close();
  scratch.remove();
});

const at = (day: number): string => `2026-07-0${day}T22:00:00.000Z`;
/** A restore point at both places; only where it was made is known what was in it. */
function keptAt(day: number, rows: number): void {
  const witness = {
    takenAt: at(day),
    facts: [{ kind: 'count' as const, subject: 'rows:rx', value: rows }],
    isExact: true,
    atMost: [],
    environment: {},
  };
  const common: Partial<RestorePoint> = { point: `p${day}`, time: at(day) };
  store.points.add([aPoint(`n${day}`, { ...common, ...NAS, witness }), aPoint(`a${day}`, { ...common, ...AZURE })]);
}
const inShort = () => timelineOf(store, 'dispensing', [NAS]).map(({ point, isProven, suspicions }) => [point, isProven, ...suspicions]);

describe('the timeline of a source', () => {
  test('has a moment once, with where it is, where it was proven and what can be reached now', () => {
    keptAt(6, 100);
    store.points.addProof(aProof('one', { ...NAS, point: 'p6', at: at(7) }));
    expect(timelineOf(store, 'dispensing', [AZURE])).toMatchObject([
      {
        point: 'p6',
        isProven: true,
        isReachable: true,
        suspicions: [],
        copies: [
          { destination: 'nas', snapshot: 'n6', isReachable: false, proof: 'passed', provenAt: at(7) },
          { destination: 'azure', snapshot: 'a6', isReachable: true },
        ],
      },
    ]);
    expect(timelineOf(store, 'dispensing', [])[0]?.isReachable).toBe(false);
  });

  test('says so where there are older moments than it shows, and so does the table by day', () => {
    const first = Date.parse('2020-01-01T12:00:00Z');
    const moments = (count: number) =>
      Array.from({ length: count }, (_, day) =>
        aPoint(`s${day}`, { ...NAS, point: `m${day}`, time: new Date(first + day * 24 * 60 * 60 * 1000).toISOString() }),
      );
    store.points.add(moments(1200));
    expect(timelineOf(store, 'dispensing', [NAS]).filter(({ hasOlder }) => hasOlder)).toEqual([]);
    expect(witnessDaysOf(store, 'dispensing', [NAS]).hasOlder).toBeUndefined();
    store.points.add(moments(1201).slice(-1));
    const shown = timelineOf(store, 'dispensing', [NAS]);
    expect([shown.length, shown.filter(({ hasOlder }) => hasOlder).map(({ point }) => point)]).toEqual([1200, ['m1']]);
    expect(witnessDaysOf(store, 'dispensing', [NAS]).hasOlder).toBe(true);
  });

  test('says what speaks against a moment; a damaged copy says nothing about it', () => {
    keptAt(5, 100);
    keptAt(6, 110);
    keptAt(7, 30);
    store.points.addProof(aProof('wrong', { ...NAS, point: 'p5', passed: false, findings: [{ kind: 'cannot-open', detail: 'x' }] }));
    store.points.addProof(aProof('broken', { ...AZURE, point: 'p6', passed: false, findings: [{ kind: 'damaged', files: 1 }] }));
    expect(inShort()).toEqual([
      ['p7', false, 'shrunk'],
      ['p6', false],
      ['p5', false, 'proof-failed'],
    ]);
  });

  test('never has a suspicious moment suggested, however new and proven', () => {
    keptAt(6, 110);
    keptAt(7, 30);
    store.points.addProof(aProof('fine', { ...NAS, point: 'p7', at: at(8) }));
    expect(bestPoint({ store }, 'dispensing', [NAS, AZURE])?.point).toBe('p6');
    store.notes.setFlag('shrink-accepted-at:dispensing', at(7));
    expect(bestPoint({ store }, 'dispensing', [NAS, AZURE])?.point).toBe('p7');
  });

  test('doubts what was made since somebody fears an attack, until it was a false alarm', () => {
    keptAt(6, 100);
    keptAt(7, 110);
    addAttack({ notes: store.notes }, { since: at(7), saidAt: at(8) });
    expect(inShort()).toEqual([
      ['p7', false, 'attack-suspected'],
      ['p6', false],
    ]);
    endAttack({ notes: store.notes }, { endedAt: at(8), verdict: 'false-alarm' });
    expect(inShort()[0]).toEqual(['p7', false]);
  });

  test('shows who keeps a moment, and gives the table its values', () => {
    keptAt(6, 100);
    keepPoints({ store, clock }, ['p6'], { reason: 'vendor-update', by: 'ana' });
    keepPoints({ store, clock }, ['p6'], { reason: 'person' });
    expect(timelineOf(store, 'dispensing', [])[0]?.kept).toEqual({ at: clock.now().toISOString(), reason: 'vendor-update', by: 'ana' });
    expect(witnessDaysOf(store, 'dispensing', []).days[0]?.values).toEqual([{ subject: 'rows:rx', kind: 'count', value: 100 }]);
  });
});
