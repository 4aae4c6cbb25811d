import type { PowerFace } from '../../../../src/main/electron/power/power-face.ts';

/** A PC's power as a test turns it; it keeps what its adapter promises (tests/contract/electron). */
export class StandInPower implements PowerFace {
  hasEnded = false;
  /** How often it is kept awake at this moment. */
  holds = 0;
  private readonly wake: ((how: 'resume' | 'unlock') => void)[] = [];
  private readonly query: (() => void)[] = [];
  private readonly ending: (() => void)[] = [];
  private work: (() => Promise<void>) | undefined;

  onWake(hear: (how: 'resume' | 'unlock') => void): void {
    this.wake.push(hear);
  }

  onShutdown(work: () => Promise<void>): void {
    this.work = work;
  }

  onSessionQuery(hear: () => void): void {
    this.query.push(hear);
  }

  onSessionEnd(hear: () => void): void {
    this.ending.push(hear);
  }

  keepAwake(): () => void {
    this.holds += 1;
    return () => void (this.holds -= 1);
  }

  get isKeptAwake(): boolean {
    return this.holds > 0;
  }

  wakesUp(how: 'resume' | 'unlock' = 'resume'): void {
    for (const hear of this.wake) hear(how);
  }

  /** Whether it is held back: then it goes on when the work is done. */
  isShutDown(): boolean {
    if (this.work === undefined) return false;
    const end = (): void => {
      this.hasEnded = true;
    };
    void this.work().then(end, end);
    return true;
  }

  sessionMayEnd(): void {
    for (const hear of this.query) hear();
  }

  sessionEnds(): void {
    for (const hear of this.ending) hear();
  }
}
