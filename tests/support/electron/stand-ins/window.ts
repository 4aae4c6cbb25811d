import type { WindowFace } from '../../../../src/main/electron/window/main-window.ts';

/** A window that nobody sees; it keeps what its adapter promises (tests/contract/electron). */
export class StandInWindow implements WindowFace {
  /** What was done to it, in order. */
  readonly seen: string[] = [];
  isVisible = false;
  isThere = true;
  /** What is loaded; empty: nothing. */
  address = '';
  private readonly readyHearers: (() => void)[] = [];
  private readonly goneHearers: ((how: string) => void)[] = [];
  private mayClose = (): boolean => true;

  load(address: string): void {
    this.seen.push(`load ${address}`);
    this.address = address;
  }

  present(): void {
    this.seen.push('present');
    this.isVisible = true;
  }

  hide(): void {
    this.seen.push('hide');
    this.isVisible = false;
  }

  onReady(hear: () => void): void {
    this.readyHearers.push(hear);
  }

  onClose(mayClose: () => boolean): void {
    this.mayClose = mayClose;
  }

  onGone(hear: (how: string) => void): void {
    this.goneHearers.push(hear);
  }

  /** What was loaded first can be shown. */
  pageComes(): void {
    for (const hear of this.readyHearers.splice(0)) hear();
  }

  pageDies(): void {
    for (const hear of this.goneHearers) hear('crashed');
  }

  personCloses(): void {
    if (this.mayClose()) this.isThere = false;
  }
}
