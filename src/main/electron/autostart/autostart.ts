/** Whether the program starts when this person signs in, as the operating system keeps it. */
export interface Autostart {
  isOn(): Promise<boolean>;
  set(isOn: boolean): Promise<void>;
}

/** The words with which the program starts at sign-in: into the tray, without a window. */
export const SIGN_IN_WORDS = ['--hidden'] as const;
