import type { Autostart } from '../../../../src/main/electron/autostart/autostart.ts';

/** A system that remembers what starts at sign-in; it keeps what its adapter promises (tests/contract/electron). */
export class StandInAutostart implements Autostart {
  private isSet = false;

  isOn(): Promise<boolean> {
    return Promise.resolve(this.isSet);
  }

  set(isOn: boolean): Promise<void> {
    this.isSet = isOn;
    return Promise.resolve();
  }
}
