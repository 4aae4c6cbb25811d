import { describe, expect, it } from '@jest/globals';
import { MainWindow, type WindowFace } from '../../../../../src/main/electron/window/main-window.ts';

class FakeWindow implements WindowFace {
  readonly seen: string[] = [];
  ready = (): void => undefined;
  close = (): boolean => true;
  gone: (how: string) => void = () => undefined;
  load(address: string): void {
    this.seen.push(`load ${address}`);
  }
  present(): void {
    this.seen.push('present');
  }
  hide(): void {
    this.seen.push('hide');
  }
  onReady(hear: () => void): void {
    this.ready = hear;
  }
  onClose(mayClose: () => boolean): void {
    this.close = mayClose;
  }
  onGone(hear: (how: string) => void): void {
    this.gone = hear;
  }
}

describe('the main window', () => {
  function made() {
    const face = new FakeWindow();
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
    face.ready();
    window.open();
    window.open('/runs/7');
    expect(face.seen).toEqual(['load app://lifeboat/#/', 'present', 'present', 'load app://lifeboat/#/runs/7', 'present']);
  });

  it('stays in the tray when it is closed, and goes when the program ends', () => {
    const { face, window, hidden } = made();
    window.open();
    face.ready();
    expect(face.close()).toBe(false);
    expect(face.seen.at(-1)).toBe('hide');
    expect(hidden).toEqual(['hidden']);
    window.end();
    expect(face.close()).toBe(true);
  });

  it('loads its page again after that died', () => {
    const { face, window } = made();
    window.open();
    face.ready();
    face.gone('oom');
    window.open();
    expect(face.seen.filter((what) => what.startsWith('load'))).toHaveLength(2);
  });
});
