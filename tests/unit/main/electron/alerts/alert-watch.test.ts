import { describe, expect, it } from '@jest/globals';
import { AlertWatch } from '../../../../../src/main/electron/alerts/alert-watch.ts';
import { alert, seen } from '../../../../support/electron/seen.ts';
import type { Alert } from '../../../../../src/shared/model/installation.ts';

describe('alerts of another process’s installation', () => {
  function watch() {
    const shown: { key: string; title: string; isUrgent: boolean }[] = [];
    const alerts = new AlertWatch({ show: ({ key, title, isUrgent }) => shown.push({ key, title, isUrgent }) });
    return { look: (...list: Alert[]) => alerts.look(seen({ status: { alerts: list } })), shown };
  }

  it('are told once', () => {
    const { look, shown } = watch();
    look();
    look(alert('a'));
    look(alert('a'));
    expect(shown).toEqual([{ key: 'alert', title: 'Lifeboat: not protected', isUrgent: true }]);
  });

  it('of the night are told at the first look, unless somebody has seen them', () => {
    const { look, shown } = watch();
    look(alert('a', { seenAt: '2026-11-24T07:00:00Z' }), alert('b', { severity: 'amber' }));
    expect(shown).toEqual([{ key: 'alert', title: 'Lifeboat: needs attention', isUrgent: false }]);
  });

  it('are told again when they become red, and when they are over', () => {
    const { look, shown } = watch();
    look(alert('a', { severity: 'amber' }));
    look(alert('a', { severity: 'red' }));
    look();
    expect(shown.map(({ title }) => title)).toEqual(['Lifeboat: needs attention', 'Lifeboat: not protected', 'Lifeboat: working again']);
  });
});
