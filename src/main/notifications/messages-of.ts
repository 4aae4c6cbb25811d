import type { Alert } from '../../shared/model/installation.ts';
import type { AnnouncedCode } from '../../shared/model/protection.ts';
import type { Cause } from '../../shared/text/notifications/index.ts';
import type { Decision } from './decide.ts';
import type { OutboxSpec } from './outbox.ts';

/** A message and whether it goes to everybody, or to those who want to be told. */
export interface Announcement {
  spec: OutboxSpec;
  toEverybody: boolean;
}

/** What a decision means in messages: one for everything that is red, one for the rest, however many causes there are. */
export function announcementsOf(
  { raise, clear, escalate }: Pick<Decision, 'raise' | 'clear' | 'escalate'>,
  openAfter: readonly Alert[],
): Announcement[] {
  const red = raise.filter(({ severity }) => severity === 'red');
  const amber = raise.filter(({ severity }) => severity === 'amber');
  const announcements: Announcement[] = [];
  if (red.length > 0) announcements.push({ spec: { kind: 'alert', isRed: true, causes: causesOf(red) }, toEverybody: false });
  if (amber.length > 0) announcements.push({ spec: { kind: 'alert', isRed: false, causes: causesOf(amber) }, toEverybody: false });
  if (escalate.length > 0) announcements.push({ spec: { kind: 'escalation', causes: causesOf(escalate) }, toEverybody: true });
  if (clear.length > 0) {
    const left = causesOf(openAfter).length;
    // Whoever was told because nobody looked is told as well that it is over.
    const toEverybody = clear.some(({ escalatedAt }) => escalatedAt !== undefined);
    announcements.push({ spec: { kind: 'working-again', causes: causesOf(clear), left }, toEverybody });
  }
  return announcements;
}

function causesOf(alerts: readonly Alert[]): Cause[] {
  const counts = new Map<string, number>();
  for (const { code } of alerts) counts.set(code, (counts.get(code) ?? 0) + 1);
  // Alerts are made of announced reasons only.
  return [...counts].map(([code, count]) => ({ code: code as AnnouncedCode, count }));
}
