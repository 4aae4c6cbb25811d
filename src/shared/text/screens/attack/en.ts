import { countOf } from '../../../format/index.ts';
import type { AttackTexts } from './texts.ts';

/** "I think we are being attacked", in English. */
export const englishAttack: AttackTexts = {
  title: 'I think we are being attacked',
  lead: 'Better once too often than once too late: if it was a false alarm, everything goes back to how it was.',
  first: {
    title: 'First, by hand',
    steps: [
      'Pull the network cable of the PC that behaves strangely, or turn its Wi-Fi off. Leave the PC itself switched on.',
      'Unplug the backup drives that Lifeboat says are safe, and take them away from the PC.',
      'Call your IT helper and the vendor of the pharmacy system, from a telephone.',
    ],
  },
  does: {
    title: 'What Lifeboat does then',
    lines: [
      'Nothing old is deleted any more, anywhere.',
      'The newest proven copy of everything from before the attack is kept, whatever the rules say.',
      'Nothing is written any more to places where somebody at this PC could destroy it. Places that cannot be destroyed go on.',
      'Copies made from the moment you name on are marked as suspicious and are not suggested for a restore.',
      'Everybody who is told of problems hears of it.',
    ],
    undo: 'Nothing of yours is changed or deleted. You end it here, on this page.',
  },
  since: {
    label: 'Since when does something seem wrong?',
    hint: 'Rather too early than too late.',
    choices: { now: 'Just now', today: 'Since this morning', yesterday: 'Since yesterday', week: 'For about a week' },
  },
  begin: 'Protect the copies now',
  confirm: {
    title: 'Protect the copies now?',
    body: 'Lifeboat stops writing where copies could be destroyed, deletes nothing, and keeps the newest proven copy of everything. You can end it at any time.',
  },
  on: {
    title: 'The copies are protected',
    lead: (said, since) => `Said ${said}. Copies made since ${since} are not trusted.`,
    kept: (count) => `${countOf(count, 'restore point is', 'restore points are')} kept, whatever happens.`,
    disks: 'Drives',
    safe: (disk) => `${disk} may be unplugged. Take it away from this PC now.`,
    notSafe: (disk) => `${disk} is still being written to. Ask again in a moment, in the settings.`,
    restore: 'Restore on a clean PC…',
    lost: 'Lost or stolen…',
  },
  end: {
    title: 'When it is over',
    lead: 'Decide together with your IT helper.',
    falseAlarm: {
      label: 'It was a false alarm…',
      title: 'Was it a false alarm?',
      body: 'Everything goes on as before, and no copy is suspicious any more. If in doubt, cancel.',
    },
    over: {
      label: 'It is over…',
      title: 'Is it over?',
      body: 'Backups go on. What was copied meanwhile stays marked as suspicious, and nothing is deleted for another 30 days.',
    },
  },
  home: 'Go to Home',
};
