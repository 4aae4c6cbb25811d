import type { ProtectionSentences } from './sentences.ts';

/** Next steps on a terminal, where there is nothing to press or to open, in English. Those not here are right on any face. */
export const englishTerminalSteps: ProtectionSentences['terminal'] = {
  'no-source': () => 'Name what to protect in the set-up file, and run: lifeboat setup --from FILE',
  'no-destination': () => 'Name a place in the pharmacy and one outside it in the set-up file, and run: lifeboat setup --from FILE',
  'never-backed-up': () => 'Run: lifeboat run',
  'backup-failing': () => 'To see what it needs, run: lifeboat run',
  'backup-overdue': () => 'Run lifeboat run now, and keep lifeboat serve running from then on.',
  'too-old': () => 'Run: lifeboat run',
  'source-shrunk': () =>
    'Look at it in the pharmacy system. To compare, bring an earlier copy beside it with: lifeboat restore-source NAME --beside',
  'not-proven-on-site': () => 'Run: lifeboat prove',
  'not-proven-off-site': () => 'Run: lifeboat prove',
  'proof-failed': () => 'To see what differs, run: lifeboat prove',
  'proof-overdue': () => 'Plug in the disk if it is away, and run: lifeboat prove',
  'place-not-opened': () =>
    'Connect it while another place that this PC opens is here, and run: lifeboat run. Where there is no other, take a paper from the safe: lifeboat kit open NAME',
  'damage-found': () => 'Do not rely on it: run lifeboat run, and replace the disk if it happens again.',
  'credential-expires-soon': () => 'Have your IT helper make a new access, and run lifeboat setup again with it.',
  'credential-expired': () => 'Have your IT helper make a new access, and run lifeboat setup again with it.',
  'nobody-reachable': () => 'Confirm the address of two people: lifeboat people confirm NAME',
  'only-one-reachable': () => 'Confirm a second address, for holidays and sick days: lifeboat people confirm NAME',
  'kit-never-tested': () => 'Take the paper from the safe and type the key once: lifeboat kit test',
  'kit-test-overdue': () => 'Take the paper from the safe and type the key once: lifeboat kit test',
  'kit-stale': () => 'Print it again and put the new paper in the safe: lifeboat kit save FILE.pdf',
  'self-check-failed': () => 'To see what it needs, run: lifeboat prove',
  paused: () => 'They go on by themselves then.',
  'attack-suspected': () => 'Pull out the disks that nothing is written to, and take the PC off the network.',
};
