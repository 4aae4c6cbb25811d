import { addressOf } from '../address.ts';

/** The app's one window, as the operating system shows it. */
export interface WindowFace {
  /** Loads an address, or moves within the page there. */
  load(address: string): void;
  /** Shows it, in front and with the keyboard. */
  present(): void;
  hide(): void;
  /** Hears that what was loaded first can be shown. */
  onReady(hear: () => void): void;
  /** Asks, each time a person closes it, whether it really goes; else it stays. */
  onClose(mayClose: () => boolean): void;
  /** Hears that its page ended by itself; the operating system's word for how. */
  onGone(hear: (how: string) => void): void;
}

/**
 * The window, which stays in the tray when it is closed. It is there from the start, without a page: Windows tells the end of a
 * session to windows only, and a page costs memory that a PC without anybody at it needs not give.
 */
export class MainWindow {
  private readonly face: WindowFace;
  private isLoaded = false;
  private isReady = false;
  private isEnding = false;

  constructor(face: WindowFace, { onHide }: { onHide: () => void }) {
    this.face = face;
    face.onReady(() => {
      this.isReady = true;
      face.present();
    });
    face.onClose(() => {
      if (this.isEnding) return true;
      face.hide();
      onHide();
      return false;
    });
    face.onGone(() => {
      // A page that died is loaded again by whoever wants to see it.
      this.isLoaded = false;
    });
  }

  /** Shows the window, at a place in the page if one is named. */
  open(place?: string): void {
    if (!this.isLoaded || place !== undefined) this.face.load(addressOf(place));
    this.isLoaded = true;
    if (this.isReady) this.face.present();
  }

  /** From now on closing the window ends it. */
  end(): void {
    this.isEnding = true;
  }
}
