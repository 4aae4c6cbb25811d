import type { DesktopApp } from '../../../../src/main/electron/desktop-app.ts';

/** The program on a desktop that is not there; it keeps what its adapter promises (tests/contract/electron). */
export class StandInProgram implements DesktopApp {
  /** What it told before there was a window. */
  readonly told: string[] = [];
  quits = 0;
  exitCode: number | undefined;
  private work: (() => Promise<void>) | undefined;
  private readonly startHearers: ((start: { isHidden: boolean }) => void)[] = [];

  ready(): Promise<void> {
    return Promise.resolve();
  }

  isFirst(): boolean {
    return true;
  }

  onOtherStart(hear: (start: { isHidden: boolean }) => void): void {
    this.startHearers.push(hear);
  }

  onQuit(work: () => Promise<void>): void {
    this.work = work;
  }

  quit(): void {
    this.quits += 1;
    this.isEnded();
  }

  exit(code: number): void {
    this.exitCode = code;
  }

  languages(): string[] {
    return ['en-US'];
  }

  ownFolder(): string {
    return '/nowhere/lifeboat';
  }

  tell(title: string, text: string): void {
    this.told.push(`${title}: ${text}`);
  }

  isStartedAgain(start: { isHidden: boolean }): void {
    for (const hear of this.startHearers) hear(start);
  }

  /** Whether its end is held back: then it asks to end again when the work is done. */
  isEnded(): boolean {
    const { work } = this;
    if (work === undefined) return false;
    this.work = undefined;
    const again = (): void => this.quit();
    void work().then(again, again);
    return true;
  }
}
