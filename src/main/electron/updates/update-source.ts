/** Where updates come from and how they get in. */
export interface UpdateSource {
  /** The version that is there, if it is newer. Rejects if nobody answers. */
  check(): Promise<string | undefined>;
  /** Fetches it and checks who signed it. Rejects if it is not whole or not ours. */
  download(onPercent: (percent: number) => void): Promise<void>;
  /** Ends the program, installs, and starts it again. */
  install(): void;
}
