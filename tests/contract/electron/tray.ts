import assert from 'node:assert/strict';
import type { MenuEntry, TrayCommand, TrayPicture } from '../../../src/main/electron/tray/tray-view.ts';
import type { TrayFace } from '../../../src/main/electron/tray/tray-icon.ts';
import type { AdapterPromise } from './promise.ts';

/** An entry of the menu as a person sees it. */
export interface SeenEntry {
  text: string;
  isEnabled: boolean;
  /** Undefined: it is no switch. */
  isOn: boolean | undefined;
  choose: () => void;
}

export interface TrayOnTrial {
  face: TrayFace;
  /** The entries but for lines; undefined: there is no menu. */
  menu: () => SeenEntry[] | undefined;
  personClicks: () => void;
  isThere: () => boolean;
  end: () => void;
}

const STATES: readonly Exclude<TrayPicture, 'working'>[] = ['protected', 'attention', 'not-protected', 'paused'];

const MENU: readonly MenuEntry[] = [
  { kind: 'sentence', text: 'Protected' },
  { kind: 'line' },
  { kind: 'command', text: 'Back up & copy', command: { do: 'back-up' }, isEnabled: true },
  { kind: 'command', text: 'Pause', command: { do: 'pause-hour' }, isEnabled: false },
  { kind: 'command', text: 'Start at sign-in', command: { do: 'autostart' }, isEnabled: true, isOn: true },
];

export const trayPromises: readonly AdapterPromise<TrayOnTrial>[] = [
  {
    what: 'has a picture for every state and for every frame of the one that moves',
    holds: ({ face }) => {
      for (const name of STATES) face.picture(name);
      for (let frame = 0; frame < 8; frame++) face.picture(`working-${frame}`);
    },
  },
  { what: 'takes a tooltip of several lines', holds: ({ face }) => face.tooltip('Lifeboat\nProtected\nA backup is running.') },
  {
    what: 'shows sentences that cannot be chosen, commands, and switches as they stand',
    holds: ({ face, menu }) => {
      assert.equal(menu(), undefined);
      face.menu(MENU, () => undefined);
      const seen = menu()?.map(({ text, isEnabled, isOn }) => ({ text, isEnabled, isOn }));
      assert.deepEqual(seen, [
        { text: 'Protected', isEnabled: false, isOn: undefined },
        { text: 'Back up & copy', isEnabled: true, isOn: undefined },
        { text: 'Pause', isEnabled: false, isOn: undefined },
        { text: 'Start at sign-in', isEnabled: true, isOn: true },
      ]);
    },
  },
  {
    what: 'tells which command was chosen, of the menu it was last given',
    holds: ({ face, menu }) => {
      const chosen: TrayCommand[] = [];
      face.menu(MENU, () => assert.fail('the older menu is not there any more'));
      face.menu(MENU, (command) => chosen.push(command));
      menu()?.[1]?.choose();
      menu()?.[3]?.choose();
      assert.deepEqual(chosen, [{ do: 'back-up' }, { do: 'autostart' }]);
    },
  },
  {
    what: 'tells of a click on itself',
    holds: ({ face, personClicks }) => {
      let clicks = 0;
      face.onClick(() => (clicks += 1));
      personClicks();
      personClicks();
      assert.equal(clicks, 2);
    },
  },
  {
    what: 'goes when it is removed',
    holds: ({ face, isThere }) => {
      assert.ok(isThere());
      face.remove();
      assert.equal(isThere(), false);
    },
  },
];
