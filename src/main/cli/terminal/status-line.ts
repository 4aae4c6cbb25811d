/** The part of a terminal stream that a status line needs. */
export interface StatusStream {
  write(text: string): unknown;
  readonly columns?: number;
}

const CLEAR = '\r\u001b[K';
const DEFAULT_COLUMNS = 80;

/** One line at the bottom of a terminal that is drawn over again and leaves nothing behind. */
export class StatusLine {
  private readonly stream: StatusStream;
  private shown = '';

  constructor(stream: StatusStream) {
    this.stream = stream;
  }

  /** Columns a text may take; the last stays free, for some terminals wrap when it is filled. */
  get columns(): number {
    return Math.max(0, (this.stream.columns || DEFAULT_COLUMNS) - 1);
  }

  /** Shows `text`, which must be harmless and fit. */
  draw(text: string): void {
    if (text === this.shown) return;
    this.stream.write(CLEAR + text);
    this.shown = text;
  }

  /** Takes the line away, so that something else can be printed. */
  clear(): void {
    if (this.shown === '') return;
    this.stream.write(CLEAR);
    this.shown = '';
  }
}
