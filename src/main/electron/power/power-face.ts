/** What the operating system tells and takes of power. */
export interface PowerFace {
  /** The PC woke up, or somebody unlocked it: time has passed in which nothing could be looked at. */
  onWake(hear: (how: 'resume' | 'unlock') => void): void;
  /** The PC shuts down (Linux, macOS): it is held back until `work` is done, as long as the system allows. */
  onShutdown(work: () => Promise<void>): void;
  /** Windows asks whether the session may end. Nothing can be held back there: `hear` begins what it can. */
  onSessionQuery(hear: () => void): void;
  /** Windows ends the session now. */
  onSessionEnd(hear: () => void): void;
  /** Keeps the PC from falling asleep by itself until the result is called. */
  keepAwake(): () => void;
}
