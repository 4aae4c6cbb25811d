import { describe, expect, test } from '@jest/globals';
import { firstOutcome, standingsOf } from '../../../../src/renderer/screens/setup/first-backup/first-run.ts';
import type { Proof } from '../../../../src/shared/model/restore-point.ts';
import type { Run } from '../../../../src/shared/model/run.ts';

const at = (minute: number): string => `2026-11-24T12:${String(minute).padStart(2, '0')}:00Z`;

function proof(source: string, minute: number, more: Partial<Proof> = {}): Proof {
  return {
    id: `${source}-${minute}`,
    job: 'job',
    source,
    point: 'point',
    destination: 'nas',
    at: at(minute),
    passed: true,
    level: 'opened',
    isSample: false,
    findings: [],
    compared: 1,
    seconds: 1,
    bytes: 1,
    ...more,
  };
}

function run(trigger: Run['trigger'], status: Run['status'], isOver = true): Run {
  return { id: trigger, kind: 'backup', trigger, status, dueAt: at(0), ...(isOver && { endedAt: at(5) }) } as unknown as Run;
}

const BACKUP = run('manual', 'completed');
const FOLLOWED = [BACKUP, run('follow-up', 'completed')];
const outcome = (proofs: readonly Proof[], runs: readonly Run[]) => firstOutcome(standingsOf(['rx', 'scans'], proofs), runs);

describe('what the first backup came to', () => {
  test('is proven only when everything that is protected came back', () => {
    expect(outcome([proof('rx', 1)], [BACKUP, run('follow-up', 'running', false)])).toBe('waiting');
    expect(outcome([proof('rx', 1), proof('scans', 2)], FOLLOWED)).toBe('proven');
    expect(outcome([proof('rx', 1)], FOLLOWED)).toBe('open');
  });

  test('is not proven while one copy does not come back, and is when it came back later', () => {
    const proofs = [proof('rx', 1), proof('scans', 2), proof('rx', 3, { destination: 'azure', passed: false })];
    expect(outcome(proofs, FOLLOWED)).toBe('open');
    expect(outcome([...proofs, proof('rx', 4, { destination: 'azure' })], FOLLOWED)).toBe('proven');
  });

  test('is not proven where the backup failed or nothing is protected', () => {
    const proofs = [proof('rx', 1), proof('scans', 2)];
    expect(outcome(proofs, [run('manual', 'failed'), run('follow-up', 'completed')])).toBe('open');
    expect(outcome(proofs, [run('manual', 'running', false)])).toBe('waiting');
    expect(firstOutcome([], FOLLOWED)).toBe('waiting');
  });
});
