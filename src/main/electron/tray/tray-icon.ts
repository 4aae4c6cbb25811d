import type { TrayCommand, TrayPicture, TrayView } from './tray-view.ts';

/** The icon beside the clock, as the operating system shows it. */
export interface TrayFace {
  /** Shows a picture by its name: that of a state, or a frame such as `working-3`. */
  picture(name: string): void;
  tooltip(text: string): void;
  menu(entries: TrayView['menu'], choose: (command: TrayCommand) => void): void;
  /** Hears a click on the icon itself. */
  onClick(hear: () => void): void;
  remove(): void;
}

/** Frames of the picture that moves. */
const FRAMES = 8;
/** Milliseconds a frame stands: calm enough not to draw the eye for hours. */
const FRAME = 400;

/** Puts views onto the icon, only what is different, and lets the working picture move. */
export class TrayIcon {
  private readonly face: TrayFace;
  private readonly choose: (command: TrayCommand) => void;
  private readonly every: (milliseconds: number, work: () => void) => () => void;
  private shown: { picture?: TrayPicture; tooltip?: string; menu?: string } = {};
  private still: () => void = () => undefined;
  private frame = 0;

  constructor(
    face: TrayFace,
    { choose, every }: { choose: (command: TrayCommand) => void; every: (milliseconds: number, work: () => void) => () => void },
  ) {
    this.face = face;
    this.choose = choose;
    this.every = every;
    face.onClick(() => choose({ do: 'open' }));
  }

  show({ picture, tooltip, menu }: TrayView): void {
    const menuText = JSON.stringify(menu);
    if (picture !== this.shown.picture) this.draw(picture);
    if (tooltip !== this.shown.tooltip) this.face.tooltip(tooltip);
    // Linux shows a changed menu only when it is given anew; an open one would close each time.
    if (menuText !== this.shown.menu) this.face.menu(menu, this.choose);
    this.shown = { picture, tooltip, menu: menuText };
  }

  remove(): void {
    this.still();
    this.face.remove();
  }

  private draw(picture: TrayPicture): void {
    this.still();
    this.still = (): void => undefined;
    if (picture !== 'working') return this.face.picture(picture);
    const next = (): void => {
      this.face.picture(`working-${this.frame}`);
      this.frame = (this.frame + 1) % FRAMES;
    };
    next();
    this.still = this.every(FRAME, next);
  }
}
