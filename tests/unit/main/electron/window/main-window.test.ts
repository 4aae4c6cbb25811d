import { describe, expect, it } from '@jest/globals';
import { MainWindow } from '../../../../../src/main/electron/window/main-window.ts';
import { StandInWindow } from '../../../../support/electron/stand-ins/window.ts';

describe('the main window', () => {
  function made() {
    const face = new StandInWindow();
    const hidden: string[] = [];
    return { face, hidden, window: new MainWindow(face, { onHide: () => hidden.push('hidden') }) };
  }

  it('has no page until somebody wants to see it', () => {
    expect(made().face.seen).toEqual([]);
  });

  it('is shown when its page can be, and again at each opening', () => {
    const { face, window } = made();
    window.open();
    expect(face.seen).toEqual(['load app://lifeboat/#/']);
    face.pageComes();
    window.open();
    window.open('/runs/7');
    expect(face.seen).toEqual(['load app://lifeboat/#/', 'present', 'present', 'load app://lifeboat/#/runs/7', 'present']);
  });

  it('stays in the tray when it is closed, and goes when the program ends', () => {
    const { face, window, hidden } = made();
    window.open();
    face.pageComes();
    face.personCloses();
    expect(face.isThere).toBe(true);
    expect(face.seen.at(-1)).toBe('hide');
    expect(hidden).toEqual(['hidden']);
    window.end();
    face.personCloses();
    expect(face.isThere).toBe(false);
  });

  it('loads its page again after that died', () => {
    const { face, window } = made();
    window.open();
    face.pageComes();
    face.pageDies();
    window.open();
    expect(face.seen.filter((what) => what.startsWith('load'))).toHaveLength(2);
  });
});
