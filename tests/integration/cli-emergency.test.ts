import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { jsonLines } from '../support/command-line.ts';
import { describeWith } from '../support/describe-with.ts';
import { finished } from '../support/finished.ts';
import { isMissing, PARTS } from '../support/parts.ts';
import { SECRET, TerminalPharmacy } from '../support/terminal-pharmacy.ts';

/** Opening and making keys is slow by intention. */

describeWith('keyring', 'the bad day, from a terminal', () => {
  let pharmacy: TerminalPharmacy;
  let point: string;
  /** On the owner's first paper. */
  let key: string;

  beforeAll(async () => {
    pharmacy = new TerminalPharmacy();
    const { stderr } = await pharmacy.run(['setup', '--from', 'setup.json'], { MAIL_PASSWORD: SECRET });
    expect(stderr).toBe('');
    await pharmacy.run(['run', '--source', 'dispensing']);
    const points = await status();
    point = (points.restore_points as { point: string }[])[0]?.point ?? '';
  });
  afterAll(() => pharmacy?.remove());

  const status = async () => (await pharmacy.json('status', ['status'])).objects[0] ?? {};
  const reasons = async () => ((await status()).reasons as { code: string }[]).map(({ code }) => code);

  test('restore points are kept, and not kept any more', async () => {
    const id = point.slice(0, 8);
    const kept = await pharmacy.run(['keep', id, '--note', 'before the move']);
    expect([kept.code, kept.stdout]).toEqual([
      0,
      expect.stringMatching(new RegExp(`^Dispensing database, as it was on .* is kept \\(${id}\\)\\.`)),
    ]);
    const again = await pharmacy.json('unkept', ['unkeep', id]);
    expect(again).toEqual({ code: 0, objects: [expect.objectContaining({ point, source: 'dispensing' })] });
    const unknown = await pharmacy.run(['keep', 'ffffffff']);
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('ffffffff')]);
  });

  test("the vendor's update is announced: a way back stays, and a backup is made", async () => {
    const { code, stdout } = await pharmacy.run(['vendor-update', '--json']);
    const lines = jsonLines(stdout);
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({ message_type: 'vendor_update', kept: [point] });
    expect(lines.find(({ message_type }) => message_type === 'run')).toMatchObject({ run: { status: 'completed' } });
  });

  test('an attack is feared and ended; ending it is confirmed', async () => {
    const suspected = await pharmacy.json('attack_suspected', ['attack', 'suspect', '--since', '2026-11-01T08:00:00Z']);
    expect(suspected).toEqual({ code: 0, objects: [expect.objectContaining({ since: '2026-11-01T08:00:00.000Z', disks: [] })] });
    expect(await reasons()).toContain('attack-suspected');
    expect((await pharmacy.run(['attack', 'end', '--yes'])).stderr).toContain('(--false-alarm) or is over (--over)');
    const asked = await pharmacy.run(['attack', 'end', '--false-alarm']);
    expect([asked.code, await reasons()]).toEqual([1, expect.arrayContaining(['attack-suspected'])]);
    const ended = await pharmacy.run(['attack', 'end', '--false-alarm', '--yes']);
    expect([ended.code, ended.stdout]).toEqual([0, 'The alarm is over. Backups go on as planned.\n']);
    expect(await reasons()).not.toContain('attack-suspected');
  });

  test('what is at work is stopped from another terminal', async () => {
    expect((await pharmacy.run(['cancel'])).stdout).toBe('Nothing is at work.\n');
    const serve = pharmacy.start(['serve', '--json']);
    await once(serve.stdout!, 'data');
    // A backup waits for whoever keeps the database to himself.
    const database = new Database(pharmacy.path('data', 'dispensing.db'));
    database.exec('BEGIN EXCLUSIVE');
    try {
      let isOver = false;
      const run = finished(pharmacy.start(['run', '--source', 'dispensing'])).finally(() => (isOver = true));
      // The owner that has just started may have work of its own, before or beside it.
      const stopped: unknown[] = [];
      while (!isOver) {
        const { code, objects } = await pharmacy.json('cancelled', ['cancel']);
        expect(code).toBe(0);
        stopped.push(...objects);
        await pause(200);
      }
      expect(stopped).toContainEqual(expect.objectContaining({ stopped: true }));
      expect((await run).code).toBe(130);
    } finally {
      database.close();
      serve.kill('SIGTERM');
      await once(serve, 'exit');
    }
  });

  (isMissing(PARTS.paper) ? test.skip : test)('the key on a paper gives a place the key of this PC, and no other key does', async () => {
    await pharmacy.run(['kit', 'save', 'papers/kit.pdf']);
    key = pharmacy.keyOnPaper(pharmacy.path('papers', 'kit.pdf'));
    const wrong = await pharmacy.run(['kit', 'open', 'off-site'], { LIFEBOAT_RECOVERY_KEY: key.replace(/\w{4}/, 'XXXX') });
    expect(wrong.code).not.toBe(0);
    const { code, stdout } = await pharmacy.run(['kit', 'open', 'off-site'], { LIFEBOAT_RECOVERY_KEY: key });
    expect([code, stdout]).toEqual([0, 'Copies off-site has the key of this PC now. It takes copies again.\n']);
  });

  test('a key leaked: what it means is said, nothing is done unasked, and new copies are begun', async () => {
    const asked = await pharmacy.run(['kit', 'leaked']);
    expect([asked.code, asked.stderr]).toEqual([1, expect.stringContaining('Whoever copied something of a place before')]);
    expect(asked.stderr).not.toContain('\\n');
    expect((await pharmacy.run(['kit', 'retired'])).stdout).toBe('There are no old copies that were kept after a key leaked.\n');
    const { code, stdout } = await pharmacy.run(['kit', 'leaked', '--yes']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('Beginning new copies at Copies on-site: done')]);
    expect(stdout).toContain('lifeboat kit save FILE.pdf');
    expect(existsSync(pharmacy.path('on-site', 'copies-2', 'config'))).toBe(true);
    // Everything was backed up once more before the command ended.
    expect(readdirSync(pharmacy.path('on-site', 'copies-2', 'snapshots')).length).toBeGreaterThan(1);
    const old = await pharmacy.run(['kit', 'retired']);
    expect(old.stdout).toMatch(/^on-site-old {2}Copies on-site: \d+ restore points? until .*, in .*on-site.copies$/m);
    const forgotten = await pharmacy.json('kit_retired', ['kit', 'retired', '--forget', 'on-site-old', '--yes']);
    expect(forgotten).toMatchObject({ code: 0, objects: [{ waiting: [], retired: [{ id: 'off-site-old' }] }] });
  });

  test('a place is declared lost, with a statement to sign', async () => {
    const unknown = await pharmacy.run(['lost', 'Drive Z', '--yes']);
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('pc, on-site, off-site')]);
    expect((await pharmacy.run(['lost', 'pc', '--yes'])).code).toBe(1);
    const lost = await pharmacy.run(['lost', 'off-site', '--stolen', '--with-paper', '--statement', 'papers/statement.pdf', '--yes']);
    expect([lost.code, lost.stdout.split('\n').length]).toEqual([0, expect.any(Number)]);
    expect(lost.stdout).toContain('statement.pdf');
    expect(readFileSync(pharmacy.path('papers', 'statement.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(((await status()).destinations as { id: string }[]).map(({ id }) => id)).toEqual(['on-site']);
  });

  (isMissing(PARTS.paper) ? test.skip : test)(
    'on a PC that takes over, old copies are opened by a paper from before the key leaked',
    async () => {
      await pharmacy.run(['kit', 'save', 'papers/new.pdf']);
      const paper = pharmacy.keyOnPaper(pharmacy.path('papers', 'new.pdf'));
      await pharmacy.run(['run', '--source', 'dispensing']);
      pharmacy.profile = pharmacy.path('new-profile');
      const from = pharmacy.path('on-site', 'copies-2');
      const taken = await pharmacy.run(['recover', '--from', from, '--settings-only'], { LIFEBOAT_RECOVERY_KEY: paper });
      expect([taken.code, taken.stderr]).toEqual([0, expect.stringContaining('lifeboat kit retired')]);
      const shut = (await pharmacy.run(['kit', 'retired'])).stdout;
      expect(shut).toMatch(/^off-site-old {2}Copies off-site: copies until .*, in .*off-site.copies$/m);
      expect(shut).toContain('lifeboat kit open off-site-old');
      const refused = await pharmacy.run(['kit', 'open', 'off-site-old'], { LIFEBOAT_RECOVERY_KEY: paper });
      expect(refused.stderr).toContain('Take a paper from before the key leaked');
      const { code, stdout } = await pharmacy.run(['kit', 'open', 'off-site-old'], { LIFEBOAT_RECOVERY_KEY: key });
      expect([code, stdout]).toEqual([0, 'Copies off-site (old copies) are open: they can be restored from here.\n']);
      expect((await pharmacy.run(['kit', 'retired'])).stdout).toMatch(/^off-site-old {2}Copies off-site: \d+ restore points? until /m);
    },
  );

  test('while an attack is feared a leaked key begins nothing, and no paper is asked for', async () => {
    await pharmacy.run(['attack', 'suspect']);
    const { code, stdout } = await pharmacy.run(['kit', 'leaked', '--yes']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('No new copies have begun yet')]);
    expect(stdout).not.toContain('Print both papers now');
  });
});
