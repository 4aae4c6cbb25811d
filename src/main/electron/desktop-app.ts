/** The program, as the operating system knows it. */
export interface DesktopApp {
  /** Resolves when windows and processes can be made. */
  ready(): Promise<void>;
  /** Whether this is the only start of the program in this account; another one is told by `onOtherStart`. */
  isFirst(): boolean;
  /** Somebody started the program again; `isHidden` is what that start wanted. */
  onOtherStart(hear: (start: { isHidden: boolean }) => void): void;
  /** The program is about to end, whoever wants it to: it is held back until `work` is done. */
  onQuit(work: () => Promise<void>): void;
  quit(): void;
  /** Ends at once. */
  exit(code: number): void;
  /** Languages of the operating system, the wanted one first. */
  languages(): string[];
  /** Where this account's own choices of the program lie, apart from the installation's. */
  ownFolder(): string;
  /** Tells of a failure before there is a window. */
  tell(title: string, text: string): void;
}
