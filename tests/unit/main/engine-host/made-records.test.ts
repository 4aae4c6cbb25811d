import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { endingLater, madeRecords, makingOf } from '../../../../src/main/engine-host/work/made-records.ts';
import { postgresqlSourceSchema } from '../../../../src/shared/model/source.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';

const server = { kind: 'postgresql', name: 'Rx', tier: 'critical', database: 'rx', user: 'lifeboat' };
const part = postgresqlSourceSchema.parse({ ...server, id: 'rx' });
const other = postgresqlSourceSchema.parse({ ...server, id: 'till' });

let scratch: Scratch;
let folder: string;
beforeEach(() => {
  scratch = scratchFolder();
  folder = join(scratch.path, 'job');
});
afterEach(() => scratch.remove());

const records = async () => (await madeRecords(folder)).map(({ name, isMade, accounts }) => ({ name, isMade, accounts }));

describe('what a restore makes', () => {
  test('is on record from before it is there until it is whole, with the accounts made for it', async () => {
    const making = makingOf(folder, part);
    expect(await records()).toEqual([]);
    await making.begin('rx_restored', ['ana']);
    expect(await records()).toEqual([{ name: 'rx_restored', isMade: false, accounts: ['ana'] }]);
    await making.made('rx_restored');
    expect(await madeRecords(folder)).toEqual([{ part, name: 'rx_restored', isMade: true, accounts: ['ana'] }]);
    await making.end('rx_restored');
    expect([await records(), existsSync(folder)]).toEqual([[], false]);
  });

  test('of a group stays on record until the whole group is there; what is somebody else’s does not', async () => {
    const whole: (() => Promise<void>)[] = [];
    const [first, second] = [part, other].map((one) => endingLater(makingOf(folder, one), whole));
    await first?.begin('rx_restored');
    await first?.made('rx_restored');
    await first?.end('rx_restored');
    await second?.begin('till_restored');
    expect((await records()).map(({ name }) => name).toSorted()).toEqual(['rx_restored', 'till_restored']);
    await second?.forget('till_restored');
    expect((await records()).map(({ name }) => name)).toEqual(['rx_restored']);
    for (const end of whole) await end();
    expect(await records()).toEqual([]);
  });
});
