import { describe, expect, it } from '@jest/globals';
import { type TrayCommand, type TrayFacts, trayView } from '../../../../../src/main/electron/tray/tray-view.ts';
import { LifeboatError } from '../../../../../src/shared/errors/index.ts';
import { NOW, seen } from '../../../../support/electron/seen.ts';

const facts = (changes: Partial<TrayFacts> = {}): TrayFacts => ({
  role: 'owner',
  seen: seen(),
  day: { kind: 'idle' },
  now: NOW,
  language: 'en',
  startsAtSignIn: undefined,
  problem: undefined,
  ...changes,
});
const AMBER = { code: 'disk-away-too-long', severity: 'amber', destination: 'usb', value: 6 } as const;
const RED = { code: 'backup-failing', severity: 'red', source: 'dispensing' } as const;
const PAUSE = { until: '2026-11-24T17:00:00Z' };

function entries(view: ReturnType<typeof trayView>): string[] {
  return view.menu.map((entry) => (entry.kind === 'line' ? '-' : entry.text));
}
function commands(view: ReturnType<typeof trayView>): TrayCommand[] {
  return view.menu.flatMap((entry) => (entry.kind === 'command' ? [entry.command] : []));
}

describe('the icon beside the clock', () => {
  it.each([
    ['protected', seen()],
    ['attention', seen({ reasons: [AMBER] })],
    ['not-protected', seen({ reasons: [RED] })],
    ['working', seen({ status: { working: ['run'] } })],
    ['working', seen({ reasons: [RED], status: { working: ['run'] } })],
    ['paused', seen({ status: { pause: PAUSE } })],
    ['paused', seen({ reasons: [AMBER], status: { pause: PAUSE } })],
    ['not-protected', seen({ reasons: [RED], status: { pause: PAUSE } })],
    ['protected', seen({ status: { pause: { until: '2026-11-24T15:59:59Z' } } })],
    ['not-protected', undefined],
  ])('is %s', (picture, what) => {
    expect(trayView(facts({ seen: what })).picture).toBe(picture);
  });

  it('says why nobody answers, where that is known', () => {
    const problem = new LifeboatError('profile-unsafe', { path: '/profile', reason: 'writable-by-others' }).report();
    const [first, second] = entries(trayView(facts({ role: 'searching', seen: undefined, problem })));
    expect(first).toMatch(/not running/);
    expect(second).toContain('/profile');
  });

  it('says that this PC does not show its messages', () => {
    const deskMessages = { since: NOW.toISOString(), why: 'turned off' };
    expect(entries(trayView(facts({ seen: seen({ status: { deskMessages } }) })))).toContain(
      'This PC does not show messages of Lifeboat: look here',
    );
  });

  it('says the state and what is the matter, in the pharmacy’s language', () => {
    expect(trayView(facts()).tooltip).toBe('Lifeboat\nProtected');
    const worse = trayView(facts({ seen: seen({ reasons: [AMBER] }) }));
    expect(worse.tooltip).toMatch(/^Lifeboat\nNeeds attention: Drive B/);
    const spanish = seen({ reasons: [AMBER] });
    const view = trayView(facts({ seen: { ...spanish, voice: { ...spanish.voice, language: 'es' } } }));
    expect(entries(view)).toContain('Copiar ahora');
    expect(entries(trayView(facts({ seen: undefined, language: 'es' })))).toContain('Abrir Lifeboat');
  });

  it('has a tooltip that Windows shows whole', () => {
    const long = seen({ reasons: [RED] });
    const view = trayView(facts({ seen: { ...long, voice: { ...long.voice, sourceName: () => 'Very long name '.repeat(20) } } }));
    expect(view.tooltip).toHaveLength(127);
  });

  it('has the menu of the screens, with a disk that is plugged in', () => {
    const disks = [{ destination: 'usb', disk: 'drive-a', label: 'Drive A' }];
    expect(entries(trayView(facts({ seen: seen({ disks }) })))).toEqual([
      'Protected',
      '-',
      'Back up now',
      'Close the day: back up, then shut down',
      'The vendor is updating today',
      'Drive A is safe to take home?',
      '-',
      'Pause for 1 hour',
      'Pause until tomorrow',
      '-',
      'Open Lifeboat',
      'Quit: backups stop until Lifeboat is started again',
    ]);
  });

  it('says that it is paused and until when, and offers to go on', () => {
    const view = trayView(facts({ seen: seen({ status: { pause: PAUSE } }) }));
    expect(entries(view)[1]).toBe('Paused until Tue, Nov 24, 11:00 AM');
    expect(commands(view)).toContainEqual({ do: 'resume' });
    expect(commands(view)).not.toContainEqual({ do: 'pause-hour' });
  });

  it('offers to keep the PC on while the day is being closed', () => {
    const view = trayView(facts({ day: { kind: 'backing-up' } }));
    expect(commands(view)).toContainEqual({ do: 'keep-on' });
    expect(commands(view)).not.toContainEqual({ do: 'close-day' });
  });

  it('can only be opened and quit while nobody answers', () => {
    expect(commands(trayView(facts({ seen: undefined, role: 'searching' })))).toEqual([{ do: 'open' }, { do: 'quit' }]);
  });

  it('offers no backup before anything is set up', () => {
    const { menu } = trayView(facts({ seen: seen({ status: { isSetUp: false } }) }));
    const usable = menu.flatMap((entry) => (entry.kind === 'command' && entry.isEnabled ? [entry.command.do] : []));
    expect(usable).toEqual(['open', 'quit']);
  });

  it('says that backups go on where another process makes them, and whether it starts at sign-in', () => {
    const view = trayView(facts({ role: 'face', startsAtSignIn: true }));
    expect(entries(view).at(-1)).toBe('Hide this icon: backups go on');
    expect(view.menu).toContainEqual({
      kind: 'command',
      text: 'Start when I sign in',
      command: { do: 'autostart' },
      isEnabled: true,
      isOn: true,
    });
  });
});
