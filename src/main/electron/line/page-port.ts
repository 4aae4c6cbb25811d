import type { WindowWord } from '../../../shared/window-port.ts';

/** The main process's end of the page's message port. */
export interface PagePort {
  /** Hears what the page says, from `start` on. */
  onMessage(hear: (data: unknown) => void): void;
  /** Hears once that the page's end is gone. */
  onClose(hear: () => void): void;
  start(): void;
  /** A text of the contract; before the first of them a word on the line itself. */
  send(said: string | WindowWord): void;
  /** The page's end hears `close`. */
  close(): void;
}

/** Who asked for a line, as the main process sees him. */
export interface Asker {
  /** Undefined: the frame is gone already. */
  frame: { url: string; isMain: boolean } | undefined;
  /** Ports that came with the question. */
  ports: readonly PagePort[];
}
